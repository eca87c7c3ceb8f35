package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What keeps a fault from filling in a translation by attributes of before. */
public enum FaultGuard implements SwitchValue {
    /** What the design has for it. */
    COVERED("covered",
            "who changes attributes waits for faults that have read the old ones (SRCU), or makes"
            + " them begin anew (a sequence number of invalidations)", "docs/vtl.md d.1, d.2"),
    /** The same, and what planes lack for their emulator. */
    AWAITED("awaited", "as covered, and who changes attributes waits for emulations that have read"
            + " the old ones (SRCU)", "docs/vtl.md d.2 (reading)"),
    /** Nothing. */
    UNCOVERED("uncovered",
            "a fault that has read old attributes fills in a translation whatever happened since",
            "docs/vtl.md d.1 (reading)");

    /** Does a fault fill in a translation by attributes that have changed since? */
    public static final Switch<FaultGuard> SWITCH = new Switch<>("fault-guard",
            "Does a fault fill in a translation by attributes that have changed since?",
            FaultGuard.class, COVERED);

    private final Text text;

    FaultGuard(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    /** Whether there is anything. */
    public boolean covers() {
        return this != UNCOVERED;
    }

    @Override
    public Text text() {
        return text;
    }
}

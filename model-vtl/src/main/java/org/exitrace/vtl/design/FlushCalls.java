package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a flush hypercall makes of TLB locks. */
public enum FlushCalls implements SwitchValue {
    /** It waits. */
    WAIT("wait", "its caller is suspended until no target is locked; where a paravisor changes"
            + " masks its processor does not enter the lower VTL before", "docs/vtl.md c.5, f.2"),
    /** It waits, and nobody else does. */
    MASKS_PASS("masks-pass", "the same, and a paravisor's change of masks waits for none",
            "docs/vtl.md c.5"),
    /** It looks at none. */
    IGNORE("ignore", "it flushes at once",
            "docs/vtl.md d.4 R12");

    /** Does a flush hypercall wait for TLB locks? */
    public static final Switch<FlushCalls> SWITCH = new Switch<>("flush-calls",
            "Does a flush hypercall wait for TLB locks?",
            FlushCalls.class, WAIT);

    private final Text text;

    FlushCalls(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    /** Whether it waits. */
    public boolean isWaiting() {
        return this != IGNORE;
    }

    @Override
    public Text text() {
        return text;
    }
}

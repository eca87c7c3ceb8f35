package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Where an intercept waits until the higher VTL has it. */
public enum InterceptRecord implements SwitchValue {
    /** With the virtual processor. */
    OWN("own",
            "each virtual processor has a record of its own",
            "docs/vtl.md c.5"),
    /** With the partition. */
    SHARED("shared",
            "all virtual processors write into one record, which is read later",
            "docs/vtl.md d.1");

    /** Where does an intercept wait until the higher VTL has it? */
    public static final Switch<InterceptRecord> SWITCH = new Switch<>("intercept-record",
            "Where does an intercept wait until the higher VTL has it?",
            InterceptRecord.class, OWN);

    private final Text text;

    InterceptRecord(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}

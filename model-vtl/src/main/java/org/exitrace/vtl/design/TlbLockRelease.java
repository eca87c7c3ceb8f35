package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Who releases a TLB lock. */
public enum TlbLockRelease implements SwitchValue {
    /** Its owner, by a write or by a return. */
    RETURN("return", "by a write, and when its owner returns to a lower VTL",
            "docs/vtl.md c.5"),
    /** Its owner, by a write. */
    WRITE("write", "by a write alone",
            "docs/vtl.md h");

    /** When is a TLB lock released? */
    public static final Switch<TlbLockRelease> SWITCH = new Switch<>("tlb-lock-release",
            "When is a TLB lock released?",
            TlbLockRelease.class, RETURN);

    private final Text text;

    TlbLockRelease(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}

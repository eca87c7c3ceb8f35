package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** When does the VMM read the status that KVM keeps? */
public enum StatusRead implements SwitchValue {
    /** Behind the dirty log of the same round. */
    AFTER_DIRTY("after-dirty",
            "in each round, first the dirty log, then the status",
            "rule R2, kvm list, message YEaAXXGZH0uSMA3v (2021-03-08)"),
    /** Before the dirty log of the same round. */
    BEFORE_DIRTY("before-dirty",
            "in each round, first the status, then the dirty log",
            "what rule R2 forbids, kvm list (2021-03-08)"),
    /** Once. */
    ONCE("once",
            "before the first round only, since KVM does not tell of changes",
            "kvm list, thread of RFC v10, patch 10/16 (2021): no change"
            + " notification");

    /** When does the VMM read the status that KVM keeps? */
    public static final Switch<StatusRead> SWITCH = new Switch<>("status-read",
            "When does the VMM read the status that KVM keeps?",
            StatusRead.class, AFTER_DIRTY);

    private final Text text;

    StatusRead(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}

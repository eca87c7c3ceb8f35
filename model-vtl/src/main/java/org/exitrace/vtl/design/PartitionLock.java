package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether what a hypercall checks of the partition is still so when it acts. */
public enum PartitionLock implements SwitchValue {
    /** One lock around both. */
    HELD("held", "a hypercall that changes the partition holds one lock while it checks and acts",
            "docs/vtl.md I-67, OpenVMM"),
    /** Nothing. */
    NONE("none", "a hypercall checks, then acts, and others may come between",
            "docs/vtl.md I-06, I-67 (reading of QEMU)");

    /** Does a hypercall that changes the partition check and act at once? */
    public static final Switch<PartitionLock> SWITCH = new Switch<>("partition-lock",
            "Does a hypercall that changes the partition check and act at once?",
            PartitionLock.class, HELD);

    private final Text text;

    PartitionLock(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}

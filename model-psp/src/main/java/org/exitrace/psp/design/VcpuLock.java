package org.exitrace.psp.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What keeps virtual CPUs from running while their state is encrypted. */
public enum VcpuLock implements SwitchValue {
    /** The mutex of each. */
    ALL("all",
            "LAUNCH_FINISH holds the mutex of each virtual CPU",
            "sev.c snp_launch_update_vmsa; CVE-2026-31591"),
    /** Nothing. */
    NONE("none",
            "LAUNCH_FINISH holds kvm->lock, which KVM_RUN does not take",
            "sev.c snp_launch_update_vmsa before the fix of CVE-2026-31591");

    /** What keeps a virtual CPU from running while LAUNCH_FINISH encrypts its state? */
    public static final Switch<VcpuLock> SWITCH = new Switch<>("vcpu-lock",
            "What keeps a virtual CPU from running while LAUNCH_FINISH encrypts its state?",
            VcpuLock.class, ALL);

    private final Text text;

    VcpuLock(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}

package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What does a CPU write that goes offline? */
public enum OfflineWrite implements SwitchValue {
    /** 0. */
    WRITES_ZERO("writes-zero",
            "each CPU that goes offline writes 0 to the MSR, also where the kernel"
            + " lives on",
            "arch/x86/kernel/kvm.c, kvm_guest_cpu_offline (5.16)"),
    /** Nothing while the kernel lives. */
    SHUTDOWN_ONLY("shutdown-only",
            "0 is written when the kernel ends, and not before",
            "own repair, not upstream");

    /** What does a CPU write that goes offline? */
    public static final Switch<OfflineWrite> SWITCH = new Switch<>("offline-write",
            "What does a CPU write that goes offline?",
            OfflineWrite.class, WRITES_ZERO);

    private final Text text;

    OfflineWrite(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}

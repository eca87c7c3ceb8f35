package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Does a kernel that ends take back that it can be migrated? */
public enum ShutdownWrite implements SwitchValue {
    /** It does. */
    WRITES_ZERO("writes-zero",
            "it writes 0 to the MSR before the next kernel begins",
            "arch/x86/kernel/kvm.c, kvm_guest_cpu_offline on shutdown (5.16)"),
    /** It does not. */
    KEEPS("keeps",
            "the MSR keeps what the old kernel wrote",
            "RFC without the shutdown hook (2021)");

    /** Does a kernel that ends take back that it can be migrated? */
    public static final Switch<ShutdownWrite> SWITCH = new Switch<>("shutdown-write",
            "Does a kernel that ends take back that it can be migrated?",
            ShutdownWrite.class, WRITES_ZERO);

    private final Text text;

    ShutdownWrite(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}

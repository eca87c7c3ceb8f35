package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What does a kernel announce when it begins? */
public enum BootReset implements SwitchValue {
    /** All of its memory. */
    ALL_RAM("all-ram",
            "it announces all RAM as private, then its own shared pages",
            "arch/x86/kernel/kvm.c, kvm_init_platform (5.16)"),
    /** Nothing; the kernel before it did. */
    AT_KEXEC("at-kexec",
            "the kernel that ends announces all RAM as private, before other CPUs"
            + " stop",
            "arch/x86/kernel/kvm.c: a comment there says why this was not done"),
    /** Nothing. */
    NOTHING("nothing",
            "it trusts what the host knows",
            "RFC before the reset at boot (2021)");

    /** What does a kernel announce when it begins? */
    public static final Switch<BootReset> SWITCH = new Switch<>("boot-reset",
            "What does a kernel announce when it begins?",
            BootReset.class, ALL_RAM);

    private final Text text;

    BootReset(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}

package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whose code the guest runs: what it checks when the host has answered, and what not. */
public enum GuestCode implements SwitchValue {
    /** The Linux kernel. */
    LINUX("linux", "the Linux kernel's handlers and checks",
            "arch/x86/coco/sev/{vc-handle,vc-shared,core,noinstr}.c"),
    /** OVMF. */
    OVMF("ovmf", "OVMF's handlers and checks", "edk2 OvmfPkg/Library/CcExitLib"),
    /** COCONUT-SVSM. */
    SVSM("svsm", "COCONUT-SVSM's handlers and checks", "kernel/src/sev/{ghcb,msr_protocol}.rs"),
    /** Oak's stage 0. */
    OAK("oak", "Oak's handlers and checks", "oak_sev_guest/src/{ghcb,msr}.rs");

    /** Whose code does the guest run? */
    public static final Switch<GuestCode> SWITCH = new Switch<>(
            "guest-code", "Whose code does the guest run?", GuestCode.class, LINUX);

    private final Text text;

    GuestCode(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}

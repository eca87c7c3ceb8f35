package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How an AP without a stack learns its APIC id. */
public enum ApicIdForm implements SwitchValue {
    /** By the GHCB MSR. */
    MSR("msr",
            "by the CPUID request of the GHCB MSR",
            "edk2 X64/AmdSev.nasm"),
    /** By the instruction. */
    CPUID("cpuid",
            "by the CPUID instruction, which raises #VC",
            "a mistake, to be found");

    /** How does an AP that has no stack yet learn its APIC id? */
    public static final Switch<ApicIdForm> SWITCH = new Switch<>(
            "apic-id", "How does an AP that has no stack yet learn its APIC id?",
            ApicIdForm.class, MSR);

    private final Text text;

    ApicIdForm(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}

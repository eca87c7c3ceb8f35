package org.exitrace.kvm.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whose CS:IP the processor loads when an AP is entered for the first time. */
public enum StartRegisters implements SwitchValue {
    /** Those of the encrypted VMSA. */
    MEASURED("measured",
            "those of the encrypted VMSA, as they were measured at launch",
            "docs/ap-boot.md T0, T2"),
    /** Those of the host's save area. */
    HOSTS("hosts",
            "those that the host has set: of a virtual CPU whose state is not encrypted, as under"
            + " SEV without ES, or of a made-up processor",
            "svm.c kvm_vcpu_deliver_sipi_vector; made up for SEV-ES");

    /** Whose CS:IP does an AP begin with? */
    public static final Switch<StartRegisters> SWITCH = new Switch<>("start-registers",
            "Whose CS:IP does the processor load when an AP is entered for the first time?",
            StartRegisters.class, MEASURED);

    private final Text text;

    StartRegisters(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}

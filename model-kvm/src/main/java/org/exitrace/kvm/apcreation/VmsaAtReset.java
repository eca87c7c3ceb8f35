package org.exitrace.kvm.apcreation;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a reset by INIT does to the VMSA of an SEV-ES guest that was launched. */
public enum VmsaAtReset implements SwitchValue {
    /** Registers that are encrypted stay as the guest left them. */
    LEFT("left",
            "nothing: the guest's registers are out of the host's reach",
            "docs/ghcb.md S-30; sev.c, svm.c svm_vcpu_reset"),
    /** As for a guest whose registers are the host's. */
    WRITTEN("written",
            "the registers of a reset are written into it, as for a guest without encryption",
            "made up (docs/ghcb.md S-30): no kernel does that");

    /** What does INIT do to a VMSA? */
    public static final Switch<VmsaAtReset> SWITCH = new Switch<>("vmsa-at-reset",
            "What does a reset by INIT do to the VMSA of an SEV-ES guest?",
            VmsaAtReset.class, LEFT);

    private final Text text;

    VmsaAtReset(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}

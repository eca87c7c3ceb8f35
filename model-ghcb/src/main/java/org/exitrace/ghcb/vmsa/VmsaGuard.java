package org.exitrace.ghcb.vmsa;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What keeps a host from running a virtual CPU with registers of its own choice. */
public enum VmsaGuard implements SwitchValue {
    /** SEV-ES notices at VMRUN; SEV-SNP does not let the host write. */
    HARDWARE("hardware",
            "VMRUN compares the integrity check value of an SEV-ES guest's VMSA; the reverse map"
                    + " table refuses what the host writes into a page of an SNP guest",
            "docs/ghcb.md S-30"),
    /** Encryption alone: what was written is decrypted into something, and run. */
    NONE("none",
            "nothing: what the host has written is run",
            "made up (docs/ghcb.md S-30)");

    /** What guards a VMSA against its host? */
    public static final Switch<VmsaGuard> SWITCH = new Switch<>("vmsa-guard",
            "What guards a VMSA that was launched against what its host writes into it?",
            VmsaGuard.class, HARDWARE);

    private final Text text;

    VmsaGuard(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}

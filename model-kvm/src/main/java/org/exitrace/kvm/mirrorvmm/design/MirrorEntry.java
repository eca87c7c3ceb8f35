package org.exitrace.kvm.mirrorvmm.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Where the mirror's vCPU begins. */
public enum MirrorEntry implements SwitchValue {
    /** In a binary that is launched beside OVMF and brings its own stack. */
    BINARY("binary",
            "in a stand-alone binary, launched and measured beside OVMF, with its stack inside",
            "S. Rutherford in the thread of RFC 00/13, 2021-08-17: an entry point known when it"
            + " is built; the rest is our own reading"),
    /** At an entry of OVMF, which has reserved a stack. */
    OVMF_ENTRY("ovmf-entry",
            "at an entry inside OVMF, whose stack and page tables a driver has put into runtime"
            + " memory",
            "edk2 branch of 2021, ConfidentialMigrationDxe: SetupMigrationHandler");

    /** Where does the mirror's vCPU begin? */
    public static final Switch<MirrorEntry> SWITCH = new Switch<>("mirror-entry",
            "Where does the mirror's vCPU begin?", MirrorEntry.class, OVMF_ENTRY);

    private final Text text;

    MirrorEntry(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}

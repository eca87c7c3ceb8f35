package org.exitrace.ghcb.spec;

/**
 * What a host can do beyond the first version of the protocol, by bit.
 *
 * <p>Source: Linux {@code arch/x86/include/asm/sev-common.h}, edk2 {@code Register/Amd/Ghcb.h}.
 * COCONUT-SVSM has used both 7 and 9 for extended interrupts: unsettled, and left out.
 */
public enum HvFeature {
    /** SEV-SNP. */
    SEV_SNP(0),
    /** Virtual CPUs are created by event. */
    AP_CREATION(1),
    /** #HV instead of interrupts. */
    RESTRICTED_INJECTION(2),
    /** A timer under restricted injection. */
    RESTRICTED_INJECTION_TIMER(3),
    /** The list of APIC ids. */
    APIC_ID_LIST(4),
    /** More VMPLs than one. */
    MULTI_VMPL(5);

    private final int place;

    HvFeature(int place) {
        this.place = place;
    }

    /** The bit, as a word. */
    public long bit() {
        return 1L << place;
    }
}

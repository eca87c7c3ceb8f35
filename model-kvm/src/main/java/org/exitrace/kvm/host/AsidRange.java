package org.exitrace.kvm.host;

/** The ranges into which ASIDs are divided; those of the last two are one without hiding. */
public enum AsidRange {
    /** Of guests without encrypted registers: from {@code min_sev_asid} on. */
    SEV,
    /** Of SEV-ES guests: below that, and with ciphertext hiding behind those of SNP guests. */
    ES,
    /** Of SNP guests: from 1 on. */
    SNP
}

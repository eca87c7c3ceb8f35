package org.exitrace.psp.spec;

/**
 * What instructions that touch the reverse map table give, and what comes instead of an answer
 * (docs/sev-firmware.md, e.5). Codes are those of each instruction; SUCCESS is 0 for all.
 */
public enum RmpAnswer {
    /** Done. */
    SUCCESS,
    /** 1: an operand is wrong. */
    FAIL_INPUT,
    /** 2: the entry is immutable, or the caller's VMPL may not do it. */
    FAIL_PERMISSION,
    /** 3: somebody else has the entry locked. */
    FAIL_INUSE,
    /** 4 of RMPUPDATE: pages of the other size are in the way. */
    FAIL_OVERLAP,
    /** 4 of PSMASH: the table does not cover the address. */
    FAIL_BADADDR,
    /** 6: the entry is of another size. */
    FAIL_SIZEMISMATCH,
    /** PVALIDATE with CF set: the page was already what it shall be. */
    UNCHANGED,
    /** Nested page fault: the page is not that guest's page, or not to be written. */
    NPF,
    /** Nested page fault with SIZEM: a small page is meant, the entry is large. */
    NPF_SIZEM,
    /** #VC 0x404: the page is not validated. */
    VC,
    /** Page fault with the RMP bit: the host must not write the page. */
    PF,
    /** The table is not there: SNP was never initialised (our simplification). */
    UD
}

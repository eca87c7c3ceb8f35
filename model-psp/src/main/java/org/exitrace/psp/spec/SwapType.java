package org.exitrace.psp.spec;

/** What SNP_SWAP_OUT and SNP_SWAP_IN move (docs/sev-firmware.md, e.1). */
public enum SwapType {
    /** A guest's page. */
    DATA,
    /** A page that holds metadata of other swapped pages. */
    METADATA,
    /** The state of a virtual CPU. */
    VMSA
}

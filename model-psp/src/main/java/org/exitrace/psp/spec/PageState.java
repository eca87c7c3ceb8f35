package org.exitrace.psp.spec;

/**
 * What a page of memory is to the reverse map table, as the firmware tells states apart by the
 * fields of the page's entry (docs/sev-firmware.md, e.4).
 */
public enum PageState {
    /** The host's: not assigned, not immutable. */
    HYPERVISOR,
    /** The host's for ever: not assigned, immutable. */
    HV_FIXED,
    /** Assigned to nobody, not immutable: the host may take it back. */
    RECLAIM,
    /** The firmware's: assigned, without ASID, immutable, no address, no VMSA. */
    FIRMWARE,
    /** A firmware page in which the IOMMU logs: like FIRMWARE, with internal tag 2. */
    FIRMWARE_IOMMU,
    /** Holds a guest context: like FIRMWARE, with the VMSA bit. */
    CONTEXT,
    /** Holds metadata of swapped pages: like FIRMWARE, with an address and internal tag 1. */
    METADATA,
    /** A guest's, to be filled by the firmware: immutable, not validated. */
    PRE_GUEST,
    /** A guest's, to be swapped by the firmware: immutable, validated. */
    PRE_SWAP,
    /** A guest's, that the guest has not validated. */
    GUEST_INVALID,
    /** A guest's, that the guest or its launch has validated. */
    GUEST_VALID,
    /** The table does not cover the page's address. */
    DEFAULT
}

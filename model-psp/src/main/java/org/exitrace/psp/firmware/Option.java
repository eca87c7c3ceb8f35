package org.exitrace.psp.firmware;

/** What a caller can ask of a command by one bit. */
public enum Option {
    /** INIT: encrypted state is wanted. */
    ES,
    /** SNP_INIT_EX: the reverse map table shall be filled. */
    INIT_RMP,
    /** SNP_SHUTDOWN_EX: the IOMMU shall no longer check the table, which ends with it. */
    IOMMU_SHUTDOWN,
    /** SNP_SHUTDOWN_EX: the x86 side shall be shut down too. */
    X86_SHUTDOWN,
    /** SNP_CONFIG: reports shall not show the chip's id. */
    MASK_CHIP_ID,
    /** SNP_CONFIG: reports shall not be signed with the chip's key. */
    MASK_CHIP_KEY
}

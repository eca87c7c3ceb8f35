package org.exitrace.psp.spec;

/**
 * What SNP_LAUNCH_UPDATE is told that a page is; the number is the ordinal and 1
 * (docs/sev-firmware.md, e.3).
 */
public enum PageType {
    /** Memory: measured and encrypted. */
    NORMAL,
    /** The state of a virtual CPU: measured and encrypted. */
    VMSA,
    /** Zeros. */
    ZERO,
    /** Encrypted, and not measured. */
    UNMEASURED,
    /** Gets the keys for messages to the firmware. */
    SECRETS,
    /** CPUID values, which the firmware checks. */
    CPUID;

    /** The number in PAGE_INFO. */
    public int number() {
        return ordinal() + 1;
    }

    /** Whether the digest is extended with the page's contents. */
    public boolean isMeasured() {
        return this == NORMAL || this == VMSA;
    }
}

package org.exitrace.psp.spec;

/**
 * What the firmware's platform for SEV-SNP guests is in; numbers as SNP_PLATFORM_STATUS tells them
 * (docs/sev-firmware.md, a.1).
 */
public enum SnpState {
    /** Nothing was initialised. */
    UNINIT,
    /** Initialised. */
    INIT
}

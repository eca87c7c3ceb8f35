package org.exitrace.psp.spec;

/** What the firmware's platform for SEV-SNP guests is in; numbers as SNP_PLATFORM_STATUS. */
public enum SnpState {
    /** Nothing was initialised. */
    UNINIT,
    /** Initialised. */
    INIT
}

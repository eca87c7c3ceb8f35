package org.exitrace.psp.spec;

/**
 * What the firmware's platform for SEV and SEV-ES guests is in; numbers as PLATFORM_STATUS tells
 * them (docs/sev-firmware.md, a.1).
 */
public enum SevState {
    /** Nothing was initialised. */
    UNINIT,
    /** Initialised, and there is no guest. */
    INIT,
    /** There are guests. */
    WORKING
}

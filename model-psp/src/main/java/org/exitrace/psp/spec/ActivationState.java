package org.exitrace.psp.spec;

/**
 * Whether a guest has an ASID, beside what {@link GuestState} it is in (docs/sev-firmware.md, b).
 */
public enum ActivationState {
    /** It has none. */
    INACTIVE,
    /** It has one whose key is installed, and may not run yet. */
    PENDING,
    /** It has one and may run where the ASID is valid. */
    ACTIVE
}

package org.exitrace.psp.spec;

/**
 * The state of an SEV or SEV-ES guest; numbers as GUEST_STATUS reports them
 * (docs/sev-firmware.md, b).
 */
public enum GuestState {
    /** The handle is free. */
    UNINIT,
    /** Being launched: memory is measured and encrypted. */
    LUPDATE,
    /** Measured: secrets may be injected. */
    LSECRET,
    /** Launched or received. */
    RUNNING,
    /** Being sent. */
    SUPDATE,
    /** Being received. */
    RUPDATE,
    /** Sent: it lives elsewhere. */
    SENT
}

package org.exitrace.kvm.spec;

/** {@code ap_reset_hold_type}: in which form a hold is active. Source: sev.c, both profiles. */
public enum HoldType {
    /** None is. */
    NONE,
    /** By NAE event 0x80000004. */
    NAE,
    /** By 0x006 in the GHCB MSR. */
    MSR
}

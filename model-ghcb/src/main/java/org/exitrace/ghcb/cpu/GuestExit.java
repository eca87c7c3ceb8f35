package org.exitrace.ghcb.cpu;

/** Why the guest gave up the processor of its own accord. */
public enum GuestExit {
    /** It did not: it runs, or the host took the processor. */
    NONE,
    /** VMGEXIT with {@code SW_EXITCODE} 0x80000004. */
    AP_RESET_HOLD,
    /** VMGEXIT with 0x006 in the GHCB MSR. */
    AP_RESET_HOLD_MSR,
    /** VMGEXIT with {@code SW_EXITCODE} 0x80000005; {@code SW_EXITINFO1} says what is wanted. */
    AP_JUMP_TABLE,
    /** A write to the local APIC's interrupt command register. */
    ICR_WRITE,
    /** HLT. */
    HLT,
    /** VMGEXIT with a GHCB page or MSR that is modelled whole. */
    VMGEXIT
}

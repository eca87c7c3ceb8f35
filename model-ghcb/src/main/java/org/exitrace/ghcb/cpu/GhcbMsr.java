package org.exitrace.ghcb.cpu;

/** What MSR 0xC0010130 holds, as far as AP boot can tell. */
public enum GhcbMsr {
    /** The address of the vCPU's GHCB page. */
    GHCB_GPA,
    /** 0x006: the guest asks for AP reset hold. */
    HOLD_REQUEST,
    /** 0x007 with data 0: woken, not released. */
    HOLD_WOKEN,
    /** 0x007 with data 1: released by a SIPI. */
    HOLD_RELEASED
}

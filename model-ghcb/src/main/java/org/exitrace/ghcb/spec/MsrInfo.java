package org.exitrace.ghcb.spec;

/**
 * Values of {@code GHCBInfo}, the low twelve bits of MSR 0xC0010130, that this model handles.
 *
 * <p>Source: Linux {@code arch/x86/include/asm/sev-common.h}.
 */
public enum MsrInfo {
    /** The MSR holds the address of a GHCB page. */
    GHCB_GPA(0x000),
    /** AP reset hold request, since protocol version 2. */
    AP_RESET_HOLD_REQUEST(0x006),
    /** AP reset hold response; its data are 0 if the AP was woken and not released by a SIPI. */
    AP_RESET_HOLD_RESPONSE(0x007);

    private final int code;

    MsrInfo(int code) {
        this.code = code;
    }

    /** The low twelve bits. */
    public int code() {
        return code;
    }
}

package org.exitrace.ghcb.spec;

/**
 * Software-defined non-automatic exits that this model handles, with their {@code SW_EXITCODE}.
 *
 * <p>Source: Linux {@code arch/x86/include/uapi/asm/svm.h}, edk2 {@code Register/Amd/Ghcb.h}.
 */
public enum NaeEvent {
    /** The AP parks until a SIPI; {@code SW_EXITINFO2} is not 0 if and only if one released it. */
    AP_RESET_HOLD(0x80000004L),
    /** {@code SW_EXITINFO1} 0 stores the address of the AP jump table, 1 asks for it. */
    AP_JUMP_TABLE(0x80000005L);

    private final long code;

    NaeEvent(long code) {
        this.code = code;
    }

    /** The value of {@code SW_EXITCODE}. */
    public long code() {
        return code;
    }
}

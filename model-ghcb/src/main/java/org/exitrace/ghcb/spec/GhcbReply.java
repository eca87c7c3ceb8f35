package org.exitrace.ghcb.spec;

/**
 * What a host answers to a non-automatic exit in {@code SW_EXITINFO1} and, where that says that the
 * request was malformed, in {@code SW_EXITINFO2}.
 *
 * <p>Source: Linux {@code arch/x86/include/asm/sev-common.h}, {@code sev.c} svm_vmgexit_bad_input.
 */
public final class GhcbReply {

    /** {@code SW_EXITINFO1}: done; what {@code SW_EXITINFO2} holds depends on the event. */
    public static final int NO_ACTION = 0;

    /** {@code SW_EXITINFO1}: the request was malformed, and {@code SW_EXITINFO2} says how. */
    public static final int MALFORMED_INPUT = 2;

    /** {@code SW_EXITINFO2} of a malformed request: an input is none of those that are known. */
    public static final int INVALID_INPUT = 5;

    private GhcbReply() {
    }
}

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

    /** {@code SW_EXITINFO1}: {@code SW_EXITINFO2} is an exception in the format of EVENTINJ. */
    public static final int ISSUE_EXCEPTION = 1;

    /** {@code SW_EXITINFO1}: the request was malformed, and {@code SW_EXITINFO2} says how. */
    public static final int MALFORMED_INPUT = 2;

    /** {@code SW_EXITINFO2} of a malformed request: the GHCB's address was not registered. */
    public static final int NOT_REGISTERED = 1;

    /** {@code SW_EXITINFO2} of a malformed request: the page has a layout that is not known. */
    public static final int INVALID_USAGE = 2;

    /** {@code SW_EXITINFO2} of a malformed request: the scratch area is not where it may be. */
    public static final int INVALID_SCRATCH_AREA = 3;

    /** {@code SW_EXITINFO2} of a malformed request: the valid bit of an input is clear. */
    public static final int MISSING_INPUT = 4;

    /** {@code SW_EXITINFO2} of a malformed request: an input is none of those that are known. */
    public static final int INVALID_INPUT = 5;

    /** {@code SW_EXITINFO2} of a malformed request: there is no such event, or it is off. */
    public static final int INVALID_EVENT = 6;

    private GhcbReply() {
    }
}

package org.exitrace.ghcb.vcpu;

import java.util.List;

/** What operations of a virtual CPU can give. */
public final class ExchangeResults {

    /** What was looked at is what the script says. */
    public static final String YES = "YES";
    /** It is something else. */
    public static final String NO = "NO";
    /** Done. */
    public static final String DONE = "DONE";
    /** The software of the guest has asked to be ended. */
    public static final String TERMINATED = "TERMINATED";
    /** PVALIDATE has set the carry flag: the page was already what it shall be. */
    public static final String UNCHANGED = "UNCHANGED";

    /** The host did it, or the instruction succeeded. */
    public static final String OK = "OK";
    /** The host wants an input that is not valid. */
    public static final String MISSING_INPUT = "MISSING_INPUT";
    /** The host does not take an input. */
    public static final String INVALID_INPUT = "INVALID_INPUT";
    /** The host does not know the event. */
    public static final String INVALID_EVENT = "INVALID_EVENT";
    /** RMPADJUST: a virtual CPU runs from the page. */
    public static final String FAIL_INUSE = "FAIL_INUSE";
    /** RMPADJUST: only VMPL 0 says which page may be a VMSA. */
    public static final String FAIL_PERMISSION = "FAIL_PERMISSION";
    /** #VC 0x404: the page is assigned to the guest and not validated. */
    public static final String NOT_VALIDATED = "NOT_VALIDATED";
    /** The RMP refuses an access. */
    public static final String RMP_FAULT = "RMP_FAULT";

    /** The hold ended by a SIPI. */
    public static final String RELEASED = "RELEASED";
    /** The hold ended by something else. */
    public static final String WOKEN = "WOKEN";

    private ExchangeResults() {
    }

    /** All words. */
    public static List<String> all() {
        return List.of(YES, NO, DONE, TERMINATED, UNCHANGED, OK, MISSING_INPUT,
                INVALID_INPUT, INVALID_EVENT, FAIL_INUSE, RMP_FAULT, RELEASED, WOKEN,
                FAIL_PERMISSION, NOT_VALIDATED);
    }

    /** What a request can give. */
    public static List<String> answers() {
        return List.of(OK, MISSING_INPUT, INVALID_INPUT, INVALID_EVENT, FAIL_INUSE);
    }
}

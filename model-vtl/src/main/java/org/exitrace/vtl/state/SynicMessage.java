package org.exitrace.vtl.state;

/** What a message slot holds. */
public enum SynicMessage {
    /** The type is 0: nothing. */
    NOTHING,
    /** HvMessageTypeGpaIntercept. */
    GPA_INTERCEPT,
    /** HvMessageTimerExpired. */
    TIMER_EXPIRED
}

package org.exitrace.vtl.host;

/**
 * How the two steps are called in which whoever keeps a synthetic timer tells of its expiry.
 *
 * @param message writes the timer's message, and requests the vector of its SINT
 * @param vector requests the timer's own vector, in direct mode
 */
public record TimerNotice(String message, String vector) {

    /** As KVM's functions are called (arch/x86/kvm/hyperv.c). */
    public static final TimerNotice KVM =
            new TimerNotice("stimer_send_msg", "stimer_notify_direct");

    /** A paravisor's. */
    public static final TimerNotice PARAVISOR =
            new TimerNotice("write the timer's message", "request the timer's vector");

    /** The same where one thread tells several VTLs. */
    public TimerNotice to(int vtl) {
        return new TimerNotice(message + " to vtl" + vtl, vector + " to vtl" + vtl);
    }
}

package org.exitrace.psp.host;

/**
 * What may go wrong around the mailbox in a machine.
 *
 * @param timeouts whether a wait may end before the answer; the first such end sets
 *     {@code psp_dead}, so that there is never a second
 * @param hang whether the PSP may stop for good, between any two of its steps
 */
public record HostFaults(boolean timeouts, boolean hang) {

    /** The PSP answers, and in time. */
    public static final HostFaults NONE = new HostFaults(false, false);
}

package org.exitrace.psp;

import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.PlatformStart;
import org.exitrace.psp.host.HostFaults;

/**
 * What kind of machine it is.
 *
 * @param bounds how much of everything it has
 * @param start how far the platform has come in the first state
 * @param faults what may go wrong around the mailbox
 */
public record PspShape(FirmwareBounds bounds, PlatformStart start, HostFaults faults) {

    /** A machine of that size that was just switched on, and whose PSP answers in time. */
    public static PspShape of(FirmwareBounds bounds) {
        return new PspShape(bounds, PlatformStart.OFF, HostFaults.NONE);
    }

    /** The same with the platform started so far. */
    public PspShape from(PlatformStart begun) {
        return new PspShape(bounds, begun, faults);
    }

    /** The same with these faults. */
    public PspShape with(HostFaults possible) {
        return new PspShape(bounds, start, possible);
    }
}

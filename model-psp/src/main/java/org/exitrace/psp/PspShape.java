package org.exitrace.psp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.exitrace.engine.script.Arguments;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.PlatformStart;
import org.exitrace.psp.host.HostFaults;
import org.exitrace.psp.script.MachineParameters;

/**
 * What kind of machine it is.
 *
 * @param bounds how much of everything it has
 * @param start how far the platform has come in the first state
 * @param faults what may go wrong around the mailbox
 */
public record PspShape(FirmwareBounds bounds, PlatformStart start, HostFaults faults) {

    private static final String USUAL = "-";

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

    /**
     * The machine that {@code written} tells, blanks between its pairs; {@code -}: the usual one.
     *
     * @throws IllegalArgumentException telling what is wrong with it
     */
    public static PspShape written(String written) {
        Map<String, String> given = new LinkedHashMap<>();
        if (!written.equals(USUAL)) {
            for (String word : written.split(" +")) {
                String[] pair = word.split("=", 2);
                if (pair.length < 2 || given.put(pair[0], pair[1]) != null) {
                    throw new IllegalArgumentException("'" + word + "' of the machine '" + written
                            + "': write name=value, each name once, or - for the usual one");
                }
            }
        }
        Arguments arguments = Arguments.of(MachineParameters.all(), given);
        return new PspShape(MachineParameters.bounds(arguments),
                MachineParameters.start(arguments), MachineParameters.faults(arguments));
    }
}

package org.exitrace.psp.script;

import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.psp.command.Argument;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.PlatformStart;
import org.exitrace.psp.host.HostFaults;

/** How the size of a machine is written: {@code handles=1 pages=2}. */
public final class MachineParameters {
    private static final String CCXS = "ccxs";
    private static final String CORES = "cores-per-ccx";
    private static final String HANDLES = "handles";
    private static final String ASIDS = "asids";
    private static final String MIN_SEV_ASID = "min-sev-asid";
    private static final String PAGES = "pages";
    private static final String START = "start";
    private static final String TIMEOUTS = "timeouts";
    private static final String HANGS = "psp-hangs";

    private MachineParameters() {
    }

    /** All of them, each with its usual value. */
    public static List<Parameter> all() {
        return List.of(
                Parameter.number(CCXS, 1, FirmwareBounds.MOST_CCXS, "core complexes").usually(2),
                Parameter.number(CORES, 1, FirmwareBounds.MOST_CORES,
                        "cores of each core complex").usually(1),
                Parameter.number(HANDLES, 1, FirmwareBounds.MOST_HANDLES,
                        "guests that the firmware can hold; 1024 in the firmware").usually(2),
                Parameter.number(ASIDS, 1, FirmwareBounds.MOST_ASIDS,
                        "ASIDs; 1006 in the firmware").usually(3),
                Parameter.number(MIN_SEV_ASID, 1, FirmwareBounds.MOST_ASIDS + 1L,
                        "the least ASID of a guest without encrypted state").usually(2),
                Parameter.number(PAGES, 0, FirmwareBounds.MOST_PAGES,
                        "pages that the reverse map table covers").usually(4),
                Parameter.word(START, Arrays.stream(PlatformStart.values())
                        .map(PlatformStart::label).toList(),
                        "how far the platform has come when the machine begins")
                        .usually(PlatformStart.OFF.label()),
                Parameter.flag(TIMEOUTS, "a wait for the firmware may end before its answer")
                        .usually(false),
                Parameter.flag(HANGS, "the PSP may stop for good between two of its steps")
                        .usually(false));
    }

    /** How far the platform has come at the start, as {@code arguments} tell. */
    public static PlatformStart start(Arguments arguments) {
        return Arrays.stream(PlatformStart.values())
                .filter(start -> start.label().equals(arguments.word(START)))
                .findFirst().orElseThrow();
    }

    /** What may go wrong around the mailbox, as {@code arguments} tell. */
    public static HostFaults faults(Arguments arguments) {
        return new HostFaults(arguments.flag(TIMEOUTS), arguments.flag(HANGS));
    }

    /** Which of a machine's bounds {@code argument} is held to; empty for none. */
    static String bound(Argument argument, FirmwareBounds bounds) {
        return switch (argument) {
            case HANDLE, SHARE -> HANDLES + ": " + bounds.handles();
            case ASID -> asidsOf(bounds);
            case CCXS -> CCXS + ": " + bounds.ccxs();
            case PAGE, PAGES, TO, BUFFER, HEADER -> pagesOf(bounds);
            default -> "";
        };
    }

    /** What pages are held to. */
    public static String pagesOf(FirmwareBounds bounds) {
        return PAGES + ": " + bounds.pages();
    }

    /** What ASIDs are held to. */
    static String asidsOf(FirmwareBounds bounds) {
        return ASIDS + ": " + bounds.asids();
    }

    /**
     * The size that {@code arguments} tell.
     *
     * @throws IllegalArgumentException where they do not fit together
     */
    public static FirmwareBounds bounds(Arguments arguments) {
        return new FirmwareBounds(arguments.number(CCXS), arguments.number(CORES),
                arguments.number(HANDLES), arguments.number(ASIDS),
                arguments.number(MIN_SEV_ASID), arguments.number(PAGES));
    }
}

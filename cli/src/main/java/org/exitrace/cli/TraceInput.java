package org.exitrace.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.exitrace.cli.terminal.ProgressLine;
import org.exitrace.scenarios.document.DiskFolder;
import org.exitrace.scenarios.document.Place;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.traces.line.DamagedLine;
import org.exitrace.traces.line.TraceEvent;
import org.exitrace.traces.line.TraceItem;
import org.exitrace.traces.measure.EventCounts;
import org.exitrace.traces.measure.ExitLatencies;
import org.exitrace.traces.read.Tally;
import org.exitrace.traces.read.TraceReader;
import org.exitrace.traces.read.UnusableTraceException;

/**
 * A trace that was read to its end.
 *
 * @param name of the file, as it was typed
 * @param tally what was read, and what was wrong with it
 * @param events how often each kind was seen
 * @param exits how long guests were away
 */
record TraceInput(String name, Tally tally, EventCounts events, ExitLatencies exits) {

    private static final String STANDARD_INPUT = "-";
    private static final int LINES_BETWEEN_LOOKS = 1 << 13;

    /**
     * Reads and measures it.
     *
     * @throws UnusableInputException where it cannot be read, or no line of it is an event
     */
    static TraceInput read(String file, Session session) {
        EventCounts events = new EventCounts();
        ExitLatencies exits = new ExitLatencies();
        Tally tally = read(file, session, item -> {
            exits.see(item);
            if (item instanceof TraceEvent event) {
                events.see(event);
            }
            return true;
        }).tally();
        return new TraceInput(shown(file), tally, events, exits);
    }

    /**
     * Reads it up to the first item that {@code wantsMore} wants nothing behind; nothing is
     * measured.
     */
    static TraceInput read(String file, Session session, Predicate<TraceItem> wantsMore) {
        boolean isInput = file.equals(STANDARD_INPUT);
        String shown = shown(file);
        try (InputStream in = isInput ? System.in : open(OutOption.path(file));
                TraceReader reader = new TraceReader(in)) {
            TraceInput read = read(shown, reader, session, wantsMore);
            session.console().endProgress();
            read.refuseWithoutEvents();
            return read;
        } catch (UnusableTraceException refused) {
            throw new UnusableInputException(Place.of(shown), refused.getMessage());
        } catch (NoSuchFileException missing) {
            throw new UnusableInputException(
                    Place.of(shown), "there is no such file; check the name");
        } catch (AccessDeniedException closed) {
            throw new UnusableInputException(
                    Place.of(shown), "this file may not be read; check its permissions");
        } catch (IOException failure) {
            throw new UnusableInputException(
                    Place.of(shown), "this file cannot be read: " + failure.getMessage());
        }
    }

    private static String shown(String file) {
        return file.equals(STANDARD_INPUT) ? "standard input" : file;
    }

    private static InputStream open(Path path) throws IOException {
        return DiskFolder.of(path).open(path.getFileName().toString());
    }

    private static TraceInput read(String name, TraceReader reader, Session session,
            Predicate<TraceItem> wantsMore) throws IOException {
        ProgressLine progress = new ProgressLine(session.console(), "lines");
        int untilLook = LINES_BETWEEN_LOOKS;
        boolean more = true;
        for (TraceItem item = reader.next(); item != null; item = more ? reader.next() : null) {
            more = wantsMore.test(item);
            if (--untilLook == 0) {
                untilLook = LINES_BETWEEN_LOOKS;
                progress.at(item.line(), "");
                if (session.interrupted().getAsBoolean()) {
                    break;
                }
            }
        }
        return new TraceInput(name, reader.tally(), new EventCounts(), new ExitLatencies());
    }

    private void refuseWithoutEvents() {
        if (tally.events() > 0) {
            return;
        }
        String why = "";
        if (!tally.firstDamaged().isEmpty()) {
            DamagedLine first = tally.firstDamaged().get(0);
            why = " (line " + first.line() + ": " + first.why() + ")";
        }
        throw new UnusableInputException(Place.of(name), "no line of it is an event of a trace"
                + why + "; give what trace-cmd report, perf script or trace_pipe print");
    }
}

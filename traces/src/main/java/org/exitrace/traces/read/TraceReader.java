package org.exitrace.traces.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.exitrace.traces.line.DamagedLine;
import org.exitrace.traces.line.LostEvents;
import org.exitrace.traces.line.TraceEvent;
import org.exitrace.traces.line.TraceItem;

/**
 * Reads the text of {@code trace-cmd report}, of the kernel's {@code trace_pipe} and of
 * {@code perf script} as a stream: what it needs does not grow with the file. Not for several
 * threads.
 */
public final class TraceReader implements Closeable {

    /** So many damaged lines are kept; all are counted. */
    public static final int KEPT_DAMAGED = 10;

    private static final int SHOWN_CHARACTERS = 120;

    private final TraceLines lines;
    private final LineParser parser = new LineParser();
    private final ClockOrder order = new ClockOrder();
    private final List<DamagedLine> firstDamaged = new ArrayList<>();
    private long headings;
    private long known;
    private long others;
    private long damaged;
    private long lostMarks;
    private long lostEvents;

    /** Reads {@code in}, which is closed with this. */
    public TraceReader(InputStream in) {
        this.lines = new TraceLines(in);
    }

    /**
     * What comes next; null at the end. Headings and empty lines are passed over.
     *
     * @throws UnusableTraceException where this is no text, or of another architecture
     */
    public TraceItem next() throws IOException {
        while (lines.advance()) {
            TraceItem item = item();
            if (item != null) {
                return item;
            }
        }
        return null;
    }

    private TraceItem item() {
        byte[] bytes = lines.bytes();
        long number = lines.number();
        if (number == 1) {
            FileKind.refuse(bytes, lines.start(), lines.end());
        }
        if (lines.isTooLong()) {
            return damaged("it is longer than " + TraceLines.MOST_BYTES + " bytes", "");
        }
        TraceEvent event = parser.parse(bytes, lines.start(), lines.end(), number);
        if (event != null) {
            order.see(event);
            if (event.body().tracepoint().isKnown()) {
                known++;
            } else {
                others++;
            }
            return event;
        }
        return side(LineParser.latin(bytes, lines.start(), lines.end()), number);
    }

    private TraceItem side(String text, long number) {
        LostEvents lost = SideLines.lost(text, number);
        if (lost != null) {
            lostMarks++;
            lostEvents += lost.count();
            return lost;
        }
        if (SideLines.isHeading(text)) {
            headings++;
            return null;
        }
        return damaged(parser.why(), text);
    }

    private TraceItem damaged(String why, String text) {
        String shown = text.substring(0, Math.min(text.length(), SHOWN_CHARACTERS))
                .replaceAll("[^ -~]", "?");
        DamagedLine line = new DamagedLine(lines.number(), why, shown);
        damaged++;
        if (firstDamaged.size() < KEPT_DAMAGED) {
            firstDamaged.add(line);
        }
        return line;
    }

    /** What was read so far. */
    public Tally tally() {
        return new Tally(lines.number(), headings, known, others, damaged, firstDamaged,
                lostMarks, lostEvents, order.backwards(), order.outOfOrder(),
                order.firstNs(), order.lastNs(), order.stepNs());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

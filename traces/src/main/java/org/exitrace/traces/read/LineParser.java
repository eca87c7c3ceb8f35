package org.exitrace.traces.read;

import java.nio.charset.StandardCharsets;
import org.exitrace.traces.body.Body;
import org.exitrace.traces.body.Interned;
import org.exitrace.traces.body.Scan;
import org.exitrace.traces.body.Tracepoint;
import org.exitrace.traces.body.Tracepoints;
import org.exitrace.traces.line.Label;
import org.exitrace.traces.line.Stamp;
import org.exitrace.traces.line.Task;
import org.exitrace.traces.line.TraceEvent;

/** Understands one line as an event. */
final class LineParser {

    /** No machine has more; what says so is no CPU. */
    private static final int MOST_CPU = 65_535;
    private static final int MOST_SECOND_DIGITS = 9;
    private static final int BASE = 10;
    private static final long NS_PER_SECOND = 1_000_000_000;
    private static final int US_TO_NS = 1_000;

    private final Interned<Task> tasks = new Interned<>((line, from, to) ->
            Task.of(latin(line, from, to)));
    private final Interned<String> betweens = new Interned<>(LineParser::latin);
    private final Interned<Label> labels = new Interned<>(LineParser::label);
    private final Scan scan = new Scan();

    private byte[] line;
    private int end;
    private int at;
    private int cpu;
    private int digits;
    private String why;

    /** Why the last line is no event. */
    String why() {
        return why;
    }

    /** The event of that line; null where it is none, which {@link #why} explains. */
    TraceEvent parse(byte[] bytes, int from, int to, long number) {
        line = bytes;
        end = to;
        at = from;
        int bracket = findCpu();
        Task task = Task.NONE;
        String between = "";
        if (bracket >= 0) {
            task = tasks.of(line, from, bracket);
            int start = at;
            at = findTime(at);
            between = at < 0 ? "" : betweens.of(line, start, at);
        } else {
            cpu = -1;
            at = findTime(from);
            task = at < 0 ? task : tasks.of(line, from, at);
        }
        if (at < 0) {
            why = "no time such as 123.456789: stands before the event";
            return null;
        }
        long ns = time();
        if (ns < 0) {
            why = "the time has neither 6 nor 9 digits behind the point";
            return null;
        }
        return named(new Stamp(task, cpu, between, ns, digits), number);
    }

    private TraceEvent named(Stamp stamp, long number) {
        int start = at;
        while (at < end && line[at] == ' ') {
            at++;
        }
        int name = at;
        while (at < end && line[at] != ' ' && (line[at] != ':' || isInside(at))) {
            at++;
        }
        if (at == name || at == end || line[at] != ':') {
            why = "no name of an event stands behind the time";
            return null;
        }
        at++;
        while (at < end && line[at] == ' ') {
            at++;
        }
        Label label = labels.of(line, start, at);
        Tracepoint tracepoint = label.tracepoint();
        Body body = tracepoint.read(scan.on(line, at, end));
        if (body == null) {
            refuseForeign(tracepoint, number);
            why = "no kernel that is known prints this body of " + tracepoint.name();
            return null;
        }
        if (!tracepoint.isKnown()) {
            Architecture.refuseName(tracepoint.name(), number);
        }
        return new TraceEvent(number, stamp, label, body);
    }

    private void refuseForeign(Tracepoint tracepoint, long number) {
        if (tracepoint == Tracepoints.ENTRY || tracepoint == Tracepoints.EXIT) {
            Architecture.refuseBody(tracepoint.name(), latin(line, at, end), number);
        }
    }

    /** Whether the colon at {@code place} stands between subsystem and name. */
    private boolean isInside(int place) {
        return place + 1 < end && line[place + 1] != ' ';
    }

    /** Finds [CPU], and goes behind it; where it begins, or -1. */
    private int findCpu() {
        for (int i = at; i < end; i++) {
            if (line[i] == '[') {
                int number = 0;
                int j = i + 1;
                while (j < end && isDigit(line[j]) && number <= MOST_CPU) {
                    number = number * BASE + line[j++] - '0';
                }
                int length = j - i - 1;
                boolean isFilled = length == 3 || length > 3 && line[i + 1] != '0';
                if (isFilled && j + 1 < end && line[j] == ']' && line[j + 1] == ' '
                        && number <= MOST_CPU) {
                    cpu = number;
                    at = j + 1;
                    return i;
                }
            } else if (line[i] == ':' && i + 1 < end && line[i + 1] == ' ') {
                return -1;
            }
        }
        return -1;
    }

    /** Where the digits of a time begin that ends in a colon; -1 where none does. */
    private int findTime(int from) {
        for (int i = from; i < end; i++) {
            if (line[i] == ':' && i > from && isDigit(line[i - 1])) {
                int start = i - 1;
                while (start > from && isDigit(line[start - 1])) {
                    start--;
                }
                if (start > from && line[start - 1] == '.') {
                    start--;
                    int point = start;
                    while (start > from && isDigit(line[start - 1])) {
                        start--;
                    }
                    if (start < point && (start == from || line[start - 1] == ' ')) {
                        return start;
                    }
                }
            }
        }
        return -1;
    }

    /** Reads the time, and goes behind its colon; -1 where it has another form. */
    private long time() {
        int start = at;
        long seconds = 0;
        while (line[at] != '.') {
            seconds = seconds * BASE + line[at++] - '0';
            if (at - start > MOST_SECOND_DIGITS) {
                return -1;
            }
        }
        if (line[start] == '0' && at > start + 1) {
            return -1;
        }
        int point = at++;
        long fraction = 0;
        while (line[at] != ':') {
            if (at - point > Stamp.NANOSECONDS) {
                return -1;
            }
            fraction = fraction * BASE + line[at++] - '0';
        }
        digits = at - point - 1;
        at++;
        if (digits == Stamp.MICROSECONDS) {
            return seconds * NS_PER_SECOND + fraction * US_TO_NS;
        }
        return digits == Stamp.NANOSECONDS ? seconds * NS_PER_SECOND + fraction : -1;
    }

    private static Label label(byte[] bytes, int from, int to) {
        String text = latin(bytes, from, to);
        int last = text.stripTrailing().length() - 1;
        int name = Math.max(text.lastIndexOf(':', last - 1), text.lastIndexOf(' ', last)) + 1;
        String word = text.substring(name, last);
        return new Label(text.substring(0, name),
                Tracepoints.find(word).orElseGet(() -> Tracepoint.unknown(word)),
                text.substring(last + 1));
    }

    private static boolean isDigit(byte each) {
        return each >= '0' && each <= '9';
    }

    static String latin(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}

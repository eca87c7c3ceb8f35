package org.exitrace.traces.write;

import org.exitrace.traces.body.Body;
import org.exitrace.traces.line.Label;
import org.exitrace.traces.line.Stamp;
import org.exitrace.traces.line.Task;
import org.exitrace.traces.line.TraceEvent;

/** The columns in front of a body, as one of the tools prints them. */
public enum LineStyle {

    /** {@code trace-cmd report}: the body begins in a column of its own. */
    TRACE_CMD("trace-cmd") {
        @Override
        Task task(String comm, int tid) {
            return Task.of(String.format("%16s-%-5d ", comm, tid));
        }

        @Override
        String between(long seconds) {
            return " " + right(seconds, 5);
        }

        @Override
        Label label(Body body) {
            String name = body.tracepoint().name();
            return new Label(" ", body.tracepoint(),
                    " ".repeat(1 + Math.max(0, NAME_COLUMNS - name.length())));
        }
    },

    /** {@code trace} and {@code trace_pipe} of the kernel, with the flags of its context. */
    TRACE_PIPE("trace-pipe") {
        @Override
        Task task(String comm, int tid) {
            return Task.of(String.format("%16s-%-7d ", comm, tid));
        }

        @Override
        String between(long seconds) {
            return " d..1. " + right(seconds, 5);
        }
    },

    /** {@code perf script}: the subsystem stands before the name. */
    PERF_SCRIPT("perf-script") {
        @Override
        Task task(String comm, int tid) {
            return Task.of(String.format("%16s %7d ", comm, tid));
        }

        @Override
        String between(long seconds) {
            return " " + right(seconds, 5);
        }

        @Override
        Label label(Body body) {
            String lead = body.tracepoint().name().startsWith("kvm_") ? "kvm:" : "";
            return new Label(" " + lead, body.tracepoint(), " ");
        }
    },

    /** Time, name and body only, as traces are often quoted. */
    BARE("bare") {
        @Override
        Task task(String comm, int tid) {
            return Task.of(" ");
        }

        @Override
        String between(long seconds) {
            return "";
        }
    };

    private static final int NAME_COLUMNS = 20;
    private static final long NS_PER_SECOND = 1_000_000_000;

    private final String word;

    LineStyle(String word) {
        this.word = word;
    }

    /** As users name it. */
    public String word() {
        return word;
    }

    abstract Task task(String comm, int tid);

    abstract String between(long seconds);

    Label label(Body body) {
        return new Label(" ", body.tracepoint(), " ");
    }

    /**
     * An event in this style.
     *
     * @param line its number, from 1
     * @param comm the thread's name, at most 15 characters as the kernel keeps them
     * @param tid the thread's number
     * @param cpu the CPU that it was on
     * @param ns the time; whole microseconds where {@code digits} is 6
     * @param digits behind the point: 6 or 9
     * @param body what it says
     */
    public TraceEvent event(
            long line, String comm, int tid, int cpu, long ns, int digits, Body body) {
        Stamp stamp = new Stamp(task(comm, tid), this == BARE ? -1 : cpu,
                between(ns / NS_PER_SECOND), ns, digits);
        return new TraceEvent(line, stamp, label(body), body);
    }

    /** Blanks that move the seconds to the right of a field of {@code width}. */
    private static String right(long seconds, int width) {
        return " ".repeat(Math.max(0, width - Long.toString(seconds).length()));
    }
}

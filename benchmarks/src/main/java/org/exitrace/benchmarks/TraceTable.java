package org.exitrace.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.exitrace.scenarios.trace.TraceCheck;
import org.exitrace.traces.line.TraceEvent;
import org.exitrace.traces.line.TraceItem;
import org.exitrace.traces.measure.EventCounts;
import org.exitrace.traces.measure.ExitLatencies;
import org.exitrace.traces.read.TraceReader;
import org.exitrace.traces.write.TraceWriter;

/**
 * Prints how many lines of a trace are read a second, beside parsers as one writes them in an
 * hour, in the same process: medians in processor time of the one thread that works.
 */
public final class TraceTable {

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 7;
    private static final int TIMES = 100;

    private TraceTable() {
    }

    /** Measures and prints, in about a minute. */
    public static void main(String[] args) throws IOException {
        System.out.println("| what | lines | seconds | M lines/s | MB/s |");
        System.out.println("| --- | --: | --: | --: | --: |");
        for (TraceText text : TraceText.values()) {
            byte[] bytes = text.bytes();
            double ours = row("events of " + text.told(), bytes, TraceTable::read);
            row("the same with all that `trace stat` counts", bytes, TraceTable::measure);
            row("the same held against the model by `trace check`", bytes, TraceTable::check);
            row("the same written again", bytes, TraceTable::copy);
            double split = row("by String.split and a map of fields", bytes, NaiveParsers::split);
            double regex = row("by regular expressions", bytes, NaiveParsers::match);
            System.out.println("| ours by split, by regular expressions | | " + times(split / ours)
                    + ", " + times(regex / ours) + " | | |");
        }
        remember();
    }

    private static double row(String what, byte[] bytes, ToLongFunction<byte[]> reader) {
        double[] seconds = new double[ROUNDS];
        long lines = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long begun = cpuNs();
            lines = reader.applyAsLong(bytes);
            seconds[Math.max(0, round)] = (cpuNs() - begun) / 1e9;
        }
        Arrays.sort(seconds);
        double median = seconds[ROUNDS / 2];
        System.out.printf(Locale.ROOT, "| %s | %,d | %.3f | %.2f | %.0f |%n", what, lines, median,
                lines / median / 1e6, bytes.length / median / 1e6);
        return median;
    }

    private static long read(byte[] bytes) {
        return each(bytes, item -> { });
    }

    private static long measure(byte[] bytes) {
        ExitLatencies exits = new ExitLatencies();
        EventCounts events = new EventCounts();
        return each(bytes, item -> {
            exits.see(item);
            if (item instanceof TraceEvent event) {
                events.see(event);
            }
        });
    }

    private static long check(byte[] bytes) {
        TraceCheck check = new TraceCheck(Set.of(), false);
        long lines = each(bytes, check::see);
        if (!check.verdict().isAccepted()) {
            throw new IllegalStateException("not accepted: " + check.verdict().rejection());
        }
        return lines;
    }

    private static long copy(byte[] bytes) {
        try (TraceWriter writer = new TraceWriter(OutputStream.nullOutputStream())) {
            return each(bytes, item -> {
                if (item instanceof TraceEvent event) {
                    writer.write(event);
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static long each(byte[] bytes, Use use) {
        return each(new ByteArrayInputStream(bytes), use);
    }

    private static long each(InputStream in, Use use) {
        try (TraceReader reader = new TraceReader(in)) {
            for (TraceItem item = reader.next(); item != null; item = reader.next()) {
                use.take(item);
            }
            return reader.tally().lines();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What is kept behind a trace, and behind one that is a hundred times as long. */
    private static void remember() {
        byte[] bytes = TraceText.NEW.bytes();
        for (int times : new int[] {1, TIMES}) {
            ExitLatencies exits = new ExitLatencies();
            InputStream[] parts = new InputStream[times];
            Arrays.setAll(parts, i -> new ByteArrayInputStream(bytes));
            long before = usedBytes();
            long lines = each(new SequenceInputStream(
                    Collections.enumeration(Arrays.asList(parts))), exits::see);
            long kept = usedBytes() - before;
            System.out.printf(Locale.ROOT, "kept of %,d lines for %d reasons: %.1f MB%n", lines,
                    exits.reasons().size(), kept / 1e6);
        }
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long cpuNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.1f times", ratio);
    }

    private interface Use {
        void take(TraceItem item) throws IOException;
    }
}

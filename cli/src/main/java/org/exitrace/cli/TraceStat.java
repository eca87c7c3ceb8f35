package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.text.TextTable;
import org.exitrace.traces.measure.Ending;
import org.exitrace.traces.measure.ExitLatencies;
import org.exitrace.traces.measure.LatencyHistogram;
import org.exitrace.traces.measure.ReasonFigures;
import org.exitrace.traces.measure.VcpuThread;

/** What is in a trace. */
final class TraceStat {

    private static final int SHOWN_VCPUS = 32;
    static final int MEDIAN = 500_000;
    static final int MOST_OF_IT = 990_000;
    static final int ALL = LatencyHistogram.ALL;

    private TraceStat() {
    }

    static Answer of(TraceInput trace) {
        Sheet sheet = TraceTally.text(trace);
        vcpus(trace.exits(), sheet);
        sheet.gap().block(events(trace)).gap();
        ExitLatencies exits = trace.exits();
        if (!exits.reasons().isEmpty()) {
            sheet.sentence("From kvm_exit to the next kvm_entry of the same vCPU, less the sleep"
                    + " that kvm_vcpu_wakeup tells:").gap().block(exits(exits));
            sheet.add("left out", unmeasured(exits));
        }
        return Answer.of(sheet.toString(), TraceTally.document(trace)
                .put("vendor", exits.vendor().name().toLowerCase(Locale.ROOT))
                .put("vcpus", exits.vcpus().stream().map(TraceStat::document).toList())
                .put("events", trace.events().sorted().stream().map(event -> new JsonObject()
                        .put("name", event.getKey()).put("count", event.getValue())).toList())
                .put("exits", exits.reasons().stream().map(TraceStat::document).toList())
                .put("dropped", exits.dropped()).put("unanswered", exits.unanswered())
                .put("unassigned", exits.unassigned()));
    }

    private static void vcpus(ExitLatencies exits, Sheet sheet) {
        sheet.add("host", exits.reasons().isEmpty() ? "" : exits.vendor().told());
        List<String> told = new ArrayList<>();
        exits.vcpus().stream().limit(SHOWN_VCPUS).forEach(each -> told.add(told(each)));
        if (exits.vcpus().size() > SHOWN_VCPUS) {
            told.add("and " + (exits.vcpus().size() - SHOWN_VCPUS) + " more");
        }
        sheet.addAll("vCPUs", told);
    }

    private static String told(VcpuThread each) {
        String thread = each.tid() < 0 ? "" : " (" + each.comm() + " " + each.tid() + ")";
        return (each.vcpu() < 0 ? "one without a number" : Integer.toString(each.vcpu())) + thread
                + ": " + TraceTally.counted(each.exits(), "exit") + ", "
                + Durations.grouped(each.entries())
                + (each.entries() == 1 ? " entry" : " entries");
    }

    private static String events(TraceInput trace) {
        TextTable table = new TextTable("event", "lines", "share");
        trace.events().sorted().forEach(event -> table.row(event.getKey(),
                Durations.grouped(event.getValue()),
                share(event.getValue(), trace.tally().events())));
        return table.toString();
    }

    private static String exits(ExitLatencies exits) {
        TextTable table = new TextTable("exit", "count", "share", "ended", "pairs", "min", "p50",
                "p99", "max");
        long all = exits.reasons().stream().mapToLong(ReasonFigures::exits).sum();
        for (ReasonFigures reason : exits.reasons()) {
            List<String> head = List.of(reason.reason(), Durations.grouped(reason.exits()),
                    share(reason.exits(), all));
            boolean first = true;
            for (Ending ending : Ending.values()) {
                LatencyHistogram seen = reason.latencies(ending);
                if (seen.samples() > 0) {
                    row(table, first ? head : List.of("", "", ""), ending, seen);
                    first = false;
                }
            }
            if (first) {
                table.row(head.get(0), head.get(1), head.get(2), "-", "0", "-", "-", "-", "-");
            }
        }
        return table.toString();
    }

    private static void row(
            TextTable table, List<String> head, Ending ending, LatencyHistogram seen) {
        table.row(head.get(0), head.get(1), head.get(2), ending.word(),
                Durations.grouped(seen.samples()), brief(seen, 0), brief(seen, MEDIAN),
                brief(seen, MOST_OF_IT), brief(seen, ALL));
    }

    /** What is not in the table. */
    static String unmeasured(ExitLatencies exits) {
        List<String> told = new ArrayList<>();
        if (exits.unanswered() > 0) {
            told.add(TraceTally.counted(exits.unanswered(), "exit")
                    + " followed by an exit and no kvm_entry");
        }
        if (exits.dropped() > 0) {
            told.add(TraceTally.counted(exits.dropped(), "pair")
                    + " dropped: events were lost between, or the clock went back");
        }
        if (exits.unassigned() > 0) {
            told.add(TraceTally.counted(exits.unassigned(), "event")
                    + " of which lines do not tell whose they are");
        }
        return String.join("; ", told);
    }

    static String brief(LatencyHistogram seen, int part) {
        return Durations.brief(seen.quantileNs(part));
    }

    private static String share(long part, long all) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / Math.max(1, all));
    }

    private static JsonObject document(VcpuThread each) {
        return new JsonObject().put("comm", each.comm()).put("tid", each.tid())
                .put("vcpu", each.vcpu()).put("exits", each.exits())
                .put("entries", each.entries());
    }

    private static JsonObject document(ReasonFigures reason) {
        JsonObject document = new JsonObject().put("reason", reason.reason())
                .put("count", reason.exits());
        for (Ending ending : Ending.values()) {
            document.put(ending.word(), figures(reason.latencies(ending)));
        }
        return document;
    }

    /** Samples in numbers; {@code null} where there is none. */
    static Object figures(LatencyHistogram seen) {
        return seen.samples() == 0 ? Optional.empty() : new JsonObject()
                .put("samples", seen.samples()).put("minNs", seen.quantileNs(0))
                .put("p50Ns", seen.quantileNs(MEDIAN)).put("p99Ns", seen.quantileNs(MOST_OF_IT))
                .put("maxNs", seen.quantileNs(ALL)).put("sumNs", seen.sumNs());
    }
}

package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.text.TextTable;
import org.exitrace.scenarios.calibration.CalibratedCost;
import org.exitrace.scenarios.calibration.CalibratedProfile;
import org.exitrace.scenarios.calibration.Calibration;
import org.exitrace.scenarios.document.Place;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.document.WrittenBeside;
import org.exitrace.traces.measure.Ending;
import org.exitrace.traces.measure.ExitLatencies;
import org.exitrace.traces.measure.LatencyHistogram;
import org.exitrace.traces.measure.Vendor;

/** A timing profile from a trace. */
final class TraceCalibrate {

    private final TraceInput trace;
    private final CalibrationOptions options;
    private final List<CalibratedCost> costs;
    private final Vendor traced;
    private final Vendor added;
    private final String text;

    TraceCalibrate(TraceInput trace, CalibrationOptions options, Session session) {
        this.trace = trace;
        this.options = options;
        this.costs = Calibration.of(trace.exits(), trace.tally().outOfOrder().count());
        if (costs.isEmpty()) {
            throw new UnusableInputException(Place.of(trace.name()), "none of its "
                    + exits(trace.exits()) + " exits is followed by a kvm_entry of the same vCPU,"
                    + " unless it halted, so that no latency can be measured; record both:"
                    + " trace-cmd record -e kvm");
        }
        this.traced = trace.exits().vendor();
        this.added = options.onto() == null ? Vendor.UNKNOWN : Vendor.ofPlatform(
                session.library().profile(options.onto()).platform());
        CalibratedProfile profile = profile();
        text = (options.onto() == null ? profile
                : profile.completedBy(session.library().profileDocument(options.onto())))
                .toString();
    }

    private CalibratedProfile profile() {
        String file = trace.name().replaceFirst(".*/", "");
        String platform = options.platform("The host of " + file + ", " + traced.told()
                + "; processor, clock and kernel are not told by a trace");
        String warning = twoMakes();
        return CalibratedProfile.of(
                CalibratedProfile.nameOf(options.isSaved() ? options.file() : file),
                warning.isEmpty() ? platform : platform + ". Warning: " + warning, file, costs);
    }

    /** What is wrong with figures of two makes in one profile; empty where they are of one. */
    private String twoMakes() {
        return !traced.differs(added) ? "" : "the trace is of " + traced.told() + " and profile "
                + options.onto() + " of " + added.told()
                + ", so that no machine has these figures together; --onto "
                + MakeOfHost.of(traced).profile() + " is of that make";
    }

    void save() {
        if (options.isSaved()) {
            WrittenBeside.write(options.path(), text);
        }
    }

    Answer answer() {
        Sheet sheet = TraceTally.text(trace).add("host", trace.exits().vendor().told()).gap()
                .block(table()).gap();
        long halted = trace.exits().reasons().stream()
                .mapToLong(each -> each.latencies(Ending.HALTED).samples()).sum();
        sheet.add("left out", halted == 0 ? "" : TraceTally.counted(halted, "halt")
                + " of which no kvm_vcpu_wakeup tells how long the vCPU slept")
                .add("left out", TraceStat.unmeasured(trace.exits()));
        doubts().forEach((doubt, keys) -> sheet.add("doubted",
                String.join(", ", keys) + ": " + doubt + "; hence low confidence"));
        sheet.add("warning", twoMakes()).sentence(next());
        return Answer.of(sheet.toString(), TraceTally.document(trace)
                .put("costs", costs.stream().map(TraceCalibrate::document).toList())
                .put("halted", halted).put("unanswered", trace.exits().unanswered())
                .put("dropped", trace.exits().dropped())
                .put("warning", twoMakes()).put("profile", text));
    }

    /** Each doubt with the costs that it is of. */
    private Map<String, List<String>> doubts() {
        Map<String, List<String>> doubts = new LinkedHashMap<>();
        costs.forEach(cost -> cost.doubts().forEach(doubt ->
                doubts.computeIfAbsent(doubt, none -> new ArrayList<>()).add(cost.key())));
        doubts.replaceAll((doubt, keys) ->
                keys.size() == costs.size() ? List.of("all of them") : keys);
        return doubts;
    }

    private String next() {
        String file = options.isSaved() ? Shell.quoted(options.file()) : "my-own.yaml";
        String time = "./exitrace time " + MakeOfHost.of(added == Vendor.UNKNOWN ? traced : added)
                .race() + " --profile " + file + " --html race.html";
        if (!options.isSaved()) {
            return "Nothing is saved; --out my-own.yaml does that";
        }
        return options.onto() == null
                ? "Saved, with these figures only; --onto " + MakeOfHost.of(traced).profile()
                + " takes all others from that profile, which most machines need"
                : "Saved, with all other figures of " + options.onto() + ". Use it: " + time;
    }

    private String table() {
        TextTable table = new TextTable("cost key", "samples", "confidence", "min", "p50", "p99",
                "max");
        for (CalibratedCost cost : costs) {
            LatencyHistogram seen = cost.latencies();
            table.row(cost.key(), Durations.grouped(seen.samples()), cost.confidence(),
                    brief(cost, 0), brief(cost, TraceStat.MEDIAN),
                    brief(cost, TraceStat.MOST_OF_IT), brief(cost, TraceStat.ALL));
        }
        return table.toString();
    }

    private static String brief(CalibratedCost cost, int part) {
        return Durations.brief(cost.quantileNs(part));
    }

    private static JsonObject document(CalibratedCost cost) {
        return new JsonObject().put("key", cost.key()).put("confidence", cost.confidence())
                .put("conditions", cost.measured()).put("doubts", cost.doubts())
                .put("latency", TraceStat.figures(cost.latencies()));
    }

    private static String exits(ExitLatencies exits) {
        return Durations.grouped(exits.reasons().stream().mapToLong(each -> each.exits()).sum());
    }
}

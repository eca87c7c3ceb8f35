package org.exitrace.cli;

import java.util.List;
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

/** A timing profile from a trace. */
final class TraceCalibrate {

    private final TraceInput trace;
    private final CalibrationOptions options;
    private final List<CalibratedCost> costs;
    private final String text;

    TraceCalibrate(TraceInput trace, CalibrationOptions options, Session session) {
        this.trace = trace;
        this.options = options;
        this.costs = Calibration.of(trace.exits());
        if (costs.isEmpty()) {
            throw new UnusableInputException(Place.of(trace.name()), "none of its "
                    + exits(trace.exits()) + " exits is followed by a kvm_entry of the same vCPU,"
                    + " unless it halted, so that no latency can be measured; record both:"
                    + " trace-cmd record -e kvm");
        }
        String file = trace.name().replaceFirst(".*/", "");
        CalibratedProfile profile = CalibratedProfile.of(
                CalibratedProfile.nameOf(options.isSaved() ? options.file() : file),
                options.platform("The host of " + file + ", " + trace.exits().vendor().told()
                        + "; processor, clock and kernel are not told by a trace"), file, costs);
        text = (options.onto() == null ? profile
                : profile.completedBy(session.library().profileDocument(options.onto())))
                .toString();
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
        sheet.sentence(next());
        return Answer.of(sheet.toString(), TraceTally.document(trace)
                .put("costs", costs.stream().map(TraceCalibrate::document).toList())
                .put("halted", halted).put("unanswered", trace.exits().unanswered())
                .put("dropped", trace.exits().dropped()).put("profile", text));
    }

    private String next() {
        String file = options.isSaved() ? Shell.quoted(options.file()) : "my-own.yaml";
        String time = "./exitrace time ap-boot/two-aps-serial --compare original,repaired"
                + " --profile " + file;
        if (!options.isSaved()) {
            return "Nothing is saved; --out my-own.yaml does that";
        }
        return options.onto() == null
                ? "Saved, with these figures only; --onto amd-snp-genoa takes all others from that"
                + " profile, which most machines need"
                : "Saved, with all other figures of " + options.onto() + ". Use it: " + time;
    }

    private String table() {
        TextTable table = new TextTable("cost key", "samples", "confidence", "min", "p50", "p99",
                "max");
        for (CalibratedCost cost : costs) {
            LatencyHistogram seen = cost.latencies();
            table.row(cost.key(), Durations.grouped(seen.samples()), cost.confidence(),
                    TraceStat.brief(seen, 0), TraceStat.brief(seen, TraceStat.MEDIAN),
                    TraceStat.brief(seen, TraceStat.MOST_OF_IT),
                    TraceStat.brief(seen, TraceStat.ALL));
        }
        StringBuilder out = new StringBuilder();
        table.write(out);
        return out.toString();
    }

    private static JsonObject document(CalibratedCost cost) {
        return new JsonObject().put("key", cost.key()).put("confidence", cost.confidence())
                .put("conditions", cost.conditions())
                .put("latency", TraceStat.figures(cost.latencies()));
    }

    private static String exits(ExitLatencies exits) {
        return Durations.grouped(exits.reasons().stream().mapToLong(each -> each.exits()).sum());
    }
}

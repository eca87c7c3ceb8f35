package org.exitrace.cli;

import java.util.List;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.traces.read.Tally;

/** How much of a trace was read, and what was wrong with it. */
final class TraceTally {

    private static final long NS_PER_SECOND = 1_000_000_000;

    private TraceTally() {
    }

    static Sheet text(TraceInput trace) {
        Tally tally = trace.tally();
        Sheet sheet = new Sheet().add("trace", trace.name())
                .add("lines", Durations.grouped(tally.lines()) + ", of them "
                        + counted(tally.known(), "event") + " of KVM"
                        + more(tally.others(), "other event")
                        + more(tally.headings(), "heading"))
                .add("span", Durations.brief(tally.lastNs() - tally.firstNs()) + ", from "
                        + seconds(tally.firstNs(), trace) + " to "
                        + seconds(tally.lastNs(), trace) + " s, in steps of "
                        + Durations.brief(Math.max(1, trace.tally().stepNs())));
        if (tally.damaged() > 0) {
            int shown = tally.firstDamaged().size();
            sheet.add("damaged", counted(tally.damaged(), "line")
                    + (shown < tally.damaged() ? "; the first " + shown + ":" : ":"));
            tally.firstDamaged().forEach(line -> sheet.add("", "line " + line.line() + ": "
                    + line.why() + (line.text().isBlank() ? "" : ": " + line.text().strip())));
        }
        if (tally.lostMarks() > 0) {
            sheet.add("lost", "the kernel lost " + (tally.lostEvents() == 0 ? "events"
                    : "at least " + counted(tally.lostEvents(), "event")) + " at "
                    + counted(tally.lostMarks(), "place") + "; record with a larger buffer"
                    + " (trace-cmd record -b)");
        }
        return sheet.add("clock", placed(tally.backwards(), "goes backwards on one CPU at "))
                .add("order", placed(tally.outOfOrder(), "events of other CPUs stand in front of"
                        + " earlier ones at "));
    }

    private static String more(long count, String noun) {
        return count == 0 ? "" : ", " + counted(count, noun);
    }

    private static String placed(Tally.Counted counted, String what) {
        return counted.count() == 0 ? "" : what + counted(counted.count(), "place")
                + ", first in line " + counted.firstLine();
    }

    /** A number with its noun. */
    static String counted(long count, String noun) {
        return Durations.grouped(count) + " " + noun + (count == 1 ? "" : "s");
    }

    private static String seconds(long ns, TraceInput trace) {
        String digits = ns / NS_PER_SECOND + "." + String.format("%09d", ns % NS_PER_SECOND);
        return trace.tally().stepNs() > 1 ? digits.substring(0, digits.length() - 3) : digits;
    }

    static JsonObject document(TraceInput trace) {
        Tally tally = trace.tally();
        List<JsonObject> damaged = tally.firstDamaged().stream().map(line -> new JsonObject()
                .put("line", line.line()).put("why", line.why()).put("text", line.text())).toList();
        return new JsonObject().put("trace", new JsonObject().put("name", trace.name())
                .put("lines", tally.lines()).put("headings", tally.headings())
                .put("known", tally.known()).put("others", tally.others())
                .put("damaged", tally.damaged()).put("firstDamaged", damaged)
                .put("lostMarks", tally.lostMarks()).put("lostEvents", tally.lostEvents())
                .put("backwards", counted(tally.backwards()))
                .put("outOfOrder", counted(tally.outOfOrder()))
                .put("firstNs", tally.firstNs()).put("lastNs", tally.lastNs())
                .put("stepNs", trace.tally().stepNs()));
    }

    private static JsonObject counted(Tally.Counted counted) {
        return new JsonObject().put("count", counted.count())
                .put("firstLine", counted.firstLine());
    }
}

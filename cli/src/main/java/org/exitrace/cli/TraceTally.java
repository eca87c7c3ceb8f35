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
                        + Durations.grouped(tally.known()) + " events of KVM"
                        + more(tally.others(), "other events")
                        + more(tally.headings(), "headings"))
                .add("span", Durations.brief(tally.lastNs() - tally.firstNs()) + ", from "
                        + seconds(tally.firstNs()) + " to " + seconds(tally.lastNs())
                        + " s, in steps of " + Durations.brief(
                                Math.max(1, trace.exits().stepNs())));
        if (tally.damaged() > 0) {
            sheet.add("damaged", Durations.grouped(tally.damaged()) + " lines; the first "
                    + tally.firstDamaged().size() + ":");
            tally.firstDamaged().forEach(line -> sheet.add("", "line " + line.line() + ": "
                    + line.why() + (line.text().isBlank() ? "" : ": " + line.text().strip())));
        }
        if (tally.lostMarks() > 0) {
            sheet.add("lost", "the kernel lost " + (tally.lostEvents() == 0 ? "events"
                    : "at least " + Durations.grouped(tally.lostEvents()) + " events") + " at "
                    + Durations.grouped(tally.lostMarks()) + " places; record with a larger"
                    + " buffer (trace-cmd record -b)");
        }
        return sheet.add("clock", counted(tally.backwards(), "times go backwards on one CPU"))
                .add("order", counted(tally.outOfOrder(), "events stand behind later ones of"
                        + " other CPUs"));
    }

    private static String more(long count, String noun) {
        return count == 0 ? "" : ", " + Durations.grouped(count) + " " + noun;
    }

    private static String counted(Tally.Counted counted, String noun) {
        return counted.count() == 0 ? "" : Durations.grouped(counted.count()) + " " + noun
                + ", first in line " + counted.firstLine();
    }

    private static String seconds(long ns) {
        return ns / NS_PER_SECOND + "." + String.format("%09d", ns % NS_PER_SECOND);
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
                .put("stepNs", trace.exits().stepNs()));
    }

    private static JsonObject counted(Tally.Counted counted) {
        return new JsonObject().put("count", counted.count())
                .put("firstLine", counted.firstLine());
    }
}

package org.exitrace.cli;

import org.exitrace.cli.terminal.ProgressLine;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.view.TraceView;
import org.exitrace.scenarios.campaign.Shrinking;
import org.exitrace.scenarios.campaign.ShrunkFailure;

/**
 * A failing schedule made short.
 *
 * @param before how many steps it had
 * @param property what it breaks
 * @param chosen the scenario in its design, on the smallest machine that was found
 * @param shrunk the result
 */
record Shortening(int before, String property, Chosen chosen, ShrunkFailure shrunk) {

    /** Makes {@code schedule}, which breaks {@code property}, as short as it gets. */
    static Shortening of(Chosen chosen, Schedule schedule, String property, Session session) {
        ProgressLine line = new ProgressLine(session.console(), "attempts");
        ShrunkFailure shrunk = new Shrinking(chosen.scenario(), chosen.design(), property)
                .tell((steps, switches, attempts) -> line.at(attempts,
                        "  " + steps + " steps, " + switches + " changes of actor"))
                .until(session.interrupted()).shrink(schedule.steps());
        session.console().endProgress();
        return new Shortening(schedule.steps().size(), property,
                chosen.in(shrunk.design()), shrunk);
    }

    Schedule schedule() {
        return shrunk.schedule();
    }

    /** How far that got, in one line. */
    String told() {
        return "from " + before + " to " + schedule().steps().size() + " steps in "
                + Durations.grouped(shrunk.attempts()) + " attempts; " + (shrunk.minimal()
                ? "no single step can be left out" : "interrupted before it was minimal");
    }

    /** The short run. */
    TraceView view(String repeat) {
        return TraceView.replay(chosen.scenario().build(chosen.design()), schedule().steps(),
                chosen.heading("", "", repeat), Lanes.of(chosen));
    }

    JsonObject json(String repeat) {
        return new JsonObject().put("property", property).put("stepsBefore", before)
                .put("steps", schedule().steps()).put("minimal", shrunk.minimal())
                .put("attempts", shrunk.attempts())
                .put("machine", chosen.design().machine().parameters().values())
                .put("repeat", repeat);
    }
}

package org.exitrace.cli;

import java.util.List;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.schedule.Divergence;
import org.exitrace.reports.text.TextTrace;
import org.exitrace.reports.view.TraceView;
import org.exitrace.scenarios.campaign.Judge;
import org.exitrace.scenarios.campaign.Judgement;
import org.exitrace.scenarios.campaign.Verdict;
import org.exitrace.scenarios.campaign.WrongCalls;
import org.exitrace.scenarios.schedule.LocatedSchedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes recorded steps again. */
@Command(name = "replay",
        description = "Replays a recorded schedule step by step, and tells where a property breaks."
                + " Where the replay leaves the recorded run, the first difference is told.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./exitrace replay ap-boot/lost-wake-up",
            "  ./exitrace replay failure.json",
            "  ./exitrace replay xt1.ap-boot/lost-wake-up.WVQ..."})
final class ReplayVerb extends Verb {

    @Mixin private ScheduleChoice choice;

    ReplayVerb(Session session) {
        super(VerbName.REPLAY, session);
    }

    @Override
    Answer answer() {
        LocatedSchedule located = choice.find(session().library());
        Chosen chosen = Chosen.of(located);
        Replayed replayed = Replayed.of(located, session());
        Trace trace = replayed.trace();
        TraceView view = new TraceView(
                trace, replayed.heading(chosen, ""), Lanes.of(chosen), false);
        Judgement judgement = replayed.divergence().map(ReplayVerb::diverged).orElseGet(
                () -> WrongCalls.behind(
                        new Judge(chosen.scenario(), chosen.design().expectation())
                                .of(trace.result()),
                        chosen.scenario(), chosen.design(),
                        List.of(located.schedule().steps())));
        String again = "./exitrace replay " + Shell.quoted(choice.written());
        String repeat = replayed.divergence().isPresent() ? again
                : Repeat.line(chosen, located.schedule(), null, again);
        Sheet sheet = new Sheet().block(TextTrace.of(view)).gap().line(Shown.told(judgement));
        if (!trace.broken().isEmpty() || judgement.verdict() == Verdict.FAILED) {
            sheet.line(repeat);
        }
        JsonObject document = chosen.json().put("profile", located.schedule().setting().profile())
                .put("seed", located.schedule().setting().seed())
                .put("trace", view.heading().traceHash()).put("end", view.heading().ending())
                .put("steps", TraceJson.of(view)).put("properties", Shown.json(view.properties()))
                .put("waiting", view.waiting())
                .put("divergence", replayed.divergence().map(Divergence::toString))
                .put("judgement", Shown.json(judgement)).put("repeat", repeat);
        return new Answer(ExitStatus.of(judgement.verdict()), sheet.toString(), document);
    }

    private static Judgement diverged(Divergence divergence) {
        return new Judgement(Verdict.FAILED,
                "the replay left the recorded run: " + divergence);
    }
}

package org.exitrace.cli;

import java.util.List;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.schedule.Divergence;
import org.exitrace.engine.schedule.Schedule;
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
                + " Where the replay leaves the recorded run, the first difference is told."
                + " Fails where the schedule does not break what it claims to break.",
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
        Judgement judgement = judged(chosen, located.schedule(), replayed);
        String again = "./exitrace replay " + Shell.quoted(choice.written());
        String repeat = replayed.divergence().isPresent() ? again
                : Repeat.line(chosen, located.schedule(), null, again);
        Sheet sheet = new Sheet().block(TextTrace.of(view)).gap();
        Shown.write(judgement, sheet);
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

    /** A scenario's own schedule has to break what the scenario says, any what it claims. */
    private Judgement judged(Chosen chosen, Schedule schedule, Replayed replayed) {
        if (replayed.divergence().isPresent()) {
            return new Judgement(Verdict.FAILED,
                    "the replay left the recorded run: " + replayed.divergence().get());
        }
        Judge judge = new Judge(chosen.scenario(), chosen.design().expectation());
        RunResult result = replayed.trace().result();
        return WrongCalls.behind(choice.namesScenario() ? judge.ofRecorded(schedule, result)
                : judge.ofReplayed(schedule, result),
                chosen.scenario(), chosen.design(), List.of(schedule.steps()));
    }
}

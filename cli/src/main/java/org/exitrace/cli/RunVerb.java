package org.exitrace.cli;

import java.util.List;
import java.util.Map;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.engine.strategy.DrawnStrategy;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.text.TextTrace;
import org.exitrace.reports.view.PropertyView;
import org.exitrace.reports.view.TraceView;
import org.exitrace.scenarios.campaign.Judgement;
import org.exitrace.scenarios.campaign.Verdict;
import org.exitrace.scenarios.campaign.WrongCalls;
import org.exitrace.scenarios.profile.ProfileFile;
import org.exitrace.scenarios.schedule.Recordings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes one run. */
@Command(name = "run",
        description = "Makes one run, by chance or timed, and tells its verdict on each property."
                + " The run ends where a property breaks, or where nobody can take a step."
                + SampleJudge.RULE,
        footerHeading = "%nExamples:%n",
        footer = {"  ./exitrace run ap-boot/lost-wake-up --seed 7",
            "  ./exitrace run ap-boot/lost-wake-up --timed --trace",
            "  ./exitrace run my-own.yaml --set wake-up=by-request --out run.json",
            "  ./exitrace run ap-boot/two-aps-serial --timed --out boot.txt"})
final class RunVerb extends Verb {

    @Mixin private ScenarioChoice choice;
    @Mixin private ProfileOption timing;
    @Mixin private RunOutOption out;

    @Option(names = "--seed", paramLabel = "N", order = 10, converter = Numbers.Seed.class,
            description = "Draw from this number; 0 unless told otherwise.")
    private long seed;

    @Option(names = "--timed", order = 12,
            description = "Time the run with the profile that the scenario names.")
    private boolean timed;

    @Option(names = "--steps", paramLabel = "N", order = 13, converter = Numbers.Count.class,
            description = "End the run after so many steps; a million unless told otherwise.")
    private int steps = 1_000_000;

    @Option(names = "--trace", order = 14, description = "Show the run step by step.")
    private boolean traced;

    RunVerb(Session session) {
        super(VerbName.RUN, session);
    }

    @Override
    Answer answer() {
        Chosen chosen = choice.choose(session().library());
        out.check(chosen);
        ProfileFile profile = timed || timing.isGiven()
                ? timing.profile(session().library(), chosen) : null;
        DrawnStrategy drawn = DrawnStrategy.of(seed);
        Scheduler scheduler =
                profile == null ? drawn.scheduler() : new EarliestFirst(profile.times(), seed);
        String how = profile == null ? "by chance: " + drawn.name() : "timed: " + profile.name();
        Model model = chosen.scenario().build(chosen.design());
        Trace trace = new Trace();
        RunResult result = new Run(model, scheduler).tell(trace).atMost(steps)
                .until(session().interrupted()).go();
        Schedule schedule = Recordings.of(chosen.scenario(), chosen.design(), trace,
                profile == null ? "" : timing.name(chosen), seed);
        afterwards(() -> out.save(chosen, trace, profile != null, schedule));
        return answer(chosen, how, trace, result, schedule);
    }

    private Answer answer(
            Chosen chosen, String how, Trace trace, RunResult result, Schedule schedule) {
        boolean isTimed = how.startsWith("timed");
        Judgement judgement = WrongCalls.behind(judged(chosen, result), chosen.scenario(),
                chosen.design(), List.of(schedule.steps()));
        List<PropertyView> properties = Shown.properties(trace.model(), result);
        String repeat = Repeat.line(chosen, schedule, out.schedule(), again(chosen, isTimed));
        Sheet sheet = new Sheet();
        if (traced) {
            sheet.block(TextTrace.of(new TraceView(trace, chosen.heading(
                    isTimed ? schedule.setting().profile() : "", Long.toString(seed), ""),
                    Lanes.of(chosen), false))).gap();
        } else {
            sheet.block(chosen.sheet().toString());
        }
        sheet.add("chosen", how + ", seed " + seed)
                .add("ended", Endings.told(result) + " after " + Durations.grouped(result.steps())
                        + " steps" + (isTimed ? " and " + Durations.grouped(result.endNs())
                        + " ns" : ""))
                .add("trace", String.format("%016x", trace.hash()));
        if (!traced) {
            sheet.gap();
            Shown.write(properties, sheet);
        }
        Shown.write(judgement, sheet.gap());
        if (!result.isClean() || judgement.verdict() != Verdict.PASSED) {
            sheet.line(repeat);
        }
        JsonObject document = chosen.json().put("chosen", how).put("timed", isTimed)
                .put("seed", seed).put("end", result.end().name()).put("steps", result.steps())
                .put("endNs", result.endNs()).put("trace", String.format("%016x", trace.hash()))
                .put("properties", Shown.json(properties)).put("judgement", Shown.json(judgement))
                .put("repeat", repeat);
        return new Answer(ExitStatus.of(judgement.verdict()), sheet.toString(), document);
    }

    private String again(Chosen chosen, boolean isTimed) {
        return chosen.command("run", "--seed", Long.toString(seed))
                + (isTimed ? " --profile " + Shell.quoted(timing.name(chosen)) : "");
    }

    private Judgement judged(Chosen chosen, RunResult result) {
        return SampleJudge.ofRun(chosen, Shown.ids(result), result.steps())
                .ended(Map.of(result.end().name(), 1L), steps, result.end() == RunEnd.INTERRUPTED)
                .judgement();
    }
}

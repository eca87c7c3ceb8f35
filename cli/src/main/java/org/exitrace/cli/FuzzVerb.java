package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exitrace.cli.terminal.ProgressLine;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.text.TextTrace;
import org.exitrace.scenarios.campaign.FuzzFailure;
import org.exitrace.scenarios.campaign.FuzzResult;
import org.exitrace.scenarios.campaign.Fuzzing;
import org.exitrace.scenarios.campaign.Judgement;
import org.exitrace.scenarios.campaign.Verdict;
import org.exitrace.scenarios.campaign.WrongCalls;
import org.exitrace.scenarios.file.RunsPlan.Strategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes many runs by chance. */
@Command(name = "fuzz",
        description = "Makes many runs by chance, each with a way of choosing drawn from its seed."
                + " Stops at the first run that breaks a property, and makes its schedule short."
                + SampleJudge.RULE,
        footerHeading = "%nExamples:%n",
        footer = {"  ./exitrace fuzz ap-boot/lost-wake-up --runs 10000",
            "  ./exitrace fuzz my-own.yaml --runs 100000 --keep-going --no-shrink"})
final class FuzzVerb extends Verb {

    @Mixin private ScenarioChoice choice;
    @Mixin private RunsOption sample;
    @Mixin private OutOption out;

    @Option(names = "--steps", paramLabel = "N", order = 11, converter = Numbers.Count.class,
            description = "End each run after so many steps; 10000 unless told otherwise.")
    private int steps = 10_000;

    @Option(names = "--keep-going", order = 12,
            description = "Go on behind runs that break a property.")
    private boolean goesOn;

    @Option(names = "--no-shrink", order = 13, description = "Show the failure as it was found.")
    private boolean asFound;

    FuzzVerb(Session session) {
        super(VerbName.FUZZ, session);
    }

    @Override
    Answer answer() {
        out.check();
        Chosen chosen = choice.choose(session().library());
        sample.otherwise(chosen, Strategy.DRAWN);
        FuzzResult result = fuzzed(chosen);
        console().endProgress();
        Optional<FuzzFailure> failure = FuzzJudge.told(chosen, result);
        Judgement judgement = WrongCalls.behind(
                FuzzJudge.of(chosen, result, steps), chosen.scenario(), chosen.design(),
                failure.map(f -> f.schedule().steps()).stream().toList());
        Optional<Shortening> shortening = failure.filter(f -> !asFound).map(f -> Shortening.of(
                chosen, f.schedule(), FuzzJudge.property(chosen, f.broken()), session()));
        Optional<Schedule> schedule =
                shortening.map(Shortening::schedule).or(() -> failure.map(FuzzFailure::schedule));
        schedule.ifPresent(s -> afterwards(() -> out.save(s)));
        Chosen shown = shortening.map(Shortening::chosen).orElse(chosen);
        String again = chosen.command("fuzz", words());
        String repeat =
                schedule.map(s -> Repeat.line(shown, s, out.path(), again)).orElse(again);
        List<String> repeated = schedule.map(shown::brokenBy).orElse(List.of());
        Sheet sheet = chosen.sheet().block(counts(result).toString());
        failure.ifPresent(f -> sheet.add("first", "run " + f.run() + " broke "
                + String.join(", ", f.broken()) + " in " + Durations.grouped(
                f.schedule().steps().size()) + " steps; seed " + f.seed() + ", " + f.strategy()));
        shortening.ifPresent(s -> sheet.add("shrunk", s.told()).gap()
                .block(TextTrace.of(s.view(""))));
        Shown.write(judgement, sheet.gap());
        if (failure.isPresent() || judgement.verdict() != Verdict.PASSED) {
            others(chosen, result, repeated, again).write(repeat, repeated, sheet);
        }
        return new Answer(ExitStatus.of(judgement.verdict()), sheet.toString(),
                document(chosen, result).put("shrunk", shortening.map(s -> s.json(repeat)))
                        .put("judgement", Shown.json(judgement)).put("repeat", repeat)
                        .put("repeats", repeated));
    }

    private String[] words() {
        List<String> words = sample.words("--steps", Integer.toString(steps));
        if (goesOn) {
            words.add("--keep-going");
        }
        if (asFound) {
            words.add("--no-shrink");
        }
        return words.toArray(String[]::new);
    }

    /** What broke beside that which is repeated, each by the first run that broke it. */
    private static RepeatLines others(
            Chosen chosen, FuzzResult result, List<String> repeated, String again) {
        RepeatLines lines = new RepeatLines();
        Set<String> told = new LinkedHashSet<>(repeated);
        for (FuzzFailure failure : result.failures()) {
            for (String id : failure.broken()) {
                if (told.add(id)) {
                    lines.add(Repeat.line(chosen, failure.schedule(), null, again), id);
                }
            }
        }
        return lines;
    }

    private FuzzResult fuzzed(Chosen chosen) {
        ProgressLine line = new ProgressLine(console(), "runs");
        Fuzzing fuzzing = new Fuzzing(chosen.scenario(), chosen.design()).seed(sample.seed())
                .runs(sample.runs()).atMost(steps).until(session().interrupted())
                .tell(progress -> line.at(progress.runs(), progress.wanted(), "  "
                        + Durations.grouped(progress.steps()) + " steps  " + progress.failures()
                        + " broke something"));
        if (goesOn) {
            fuzzing.goOnWhenBroken();
        }
        return fuzzing.go();
    }

    private Sheet counts(FuzzResult result) {
        List<String> ends = new ArrayList<>();
        result.ends().forEach((end, count) -> ends.add(count + " " + Endings.told(end)));
        List<String> strategies = new ArrayList<>();
        for (Map.Entry<String, Long> strategy : result.strategies().entrySet()) {
            strategies.add(strategy.getValue() + " by " + strategy.getKey());
        }
        return new Sheet().add("seed", Long.toString(sample.seed()))
                .add("runs", Durations.grouped(result.runs()) + " of "
                        + Durations.grouped(sample.runs()) + ", "
                        + Durations.grouped(result.steps()) + " steps together")
                .add("choices", String.join(", ", strategies))
                .add("ends", String.join(", ", ends))
                .add("broken", Durations.grouped(result.failed())
                        + (result.failed() == 1 ? " run" : " runs"));
    }

    private static JsonObject document(Chosen chosen, FuzzResult result) {
        return chosen.json().put("seed", result.seed()).put("runs", result.runs())
                .put("steps", result.steps()).put("strategies", result.strategies())
                .put("ends", result.ends()).put("failed", result.failed())
                .put("failures", result.failures().stream().map(failure -> new JsonObject()
                        .put("run", failure.run()).put("seed", failure.seed())
                        .put("strategy", failure.strategy()).put("broken", failure.broken())
                        .put("steps", failure.schedule().steps().size())).toList())
                .put("neverFired", result.neverFired());
    }
}

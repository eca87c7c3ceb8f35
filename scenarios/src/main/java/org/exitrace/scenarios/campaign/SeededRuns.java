package org.exitrace.scenarios.campaign;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.file.RunsPlan;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.profile.ProfileFile;
import org.exitrace.scenarios.profile.ProfileReader;

/** The seeded runs that a design asks for, made and judged. */
final class SeededRuns {

    private final Scenario scenario;
    private final ScenarioDesign design;
    private final RunsPlan plan;
    private final BooleanSupplier interrupted;

    SeededRuns(Scenario scenario, ScenarioDesign design, RunsPlan plan,
            BooleanSupplier interrupted) {
        this.scenario = scenario;
        this.design = design;
        this.plan = plan;
        this.interrupted = interrupted;
    }

    /** A design that is to break something has to break its story in one of the runs. */
    Judgement judgedBy(Judge judge) {
        try {
            return plan.strategy() == RunsPlan.Strategy.TIMED ? timed(judge) : drawn(judge);
        } catch (UnusableInputException unusable) {
            return Judgement.failed(unusable.problems().get(0).toString());
        }
    }

    private Judgement drawn(Judge judge) {
        FuzzResult result = new Fuzzing(scenario, design).seed(plan.seed()).runs(plan.count())
                .atMost(plan.steps()).until(interrupted).go();
        Set<String> broken = new LinkedHashSet<>();
        result.failures().forEach(failure -> broken.addAll(failure.broken()));
        String whereBroke = result.failures().stream().findFirst()
                .map(first -> "in the run with seed " + first.seed()).orElse("");
        Judgement judgement = judged(judge, new ArrayList<>(broken), whereBroke, result.runs(),
                result.ends(), result.interrupted());
        return WrongCalls.behind(judgement, scenario, design, result.failures().stream()
                .map(failure -> failure.schedule().steps()).limit(1).toList());
    }

    private Judgement timed(Judge judge) {
        ProfileFile profile = ProfileReader.named(scenario.profile());
        profile.refuseUnlessComplete(scenario.build(design));
        TimingSamples samples = new TimingCampaign(scenario, design, profile.times())
                .seed(plan.seed()).runs(plan.count()).atMost(plan.steps())
                .until(interrupted).go();
        return judged(judge, new ArrayList<>(samples.firstBrokenNs().keySet()), "in some of "
                + counted(samples.runs()), samples.runs(), samples.ends(), samples.interrupted());
    }

    private Judgement judged(Judge judge, List<String> broken, String whereBroke, long runs,
            Map<String, Long> ends, boolean isInterrupted) {
        String stopped = isInterrupted ? "the runs were interrupted"
                : ends.containsKey(RunEnd.STEP_LIMIT.name())
                        ? "not all of " + counted(runs) + " came to their end" : "";
        Judgement judgement = judge.ofSamples(broken, whereBroke, "in " + counted(runs), stopped);
        String story = design.expectation().brokenProperty().orElse("");
        if (judgement.verdict() == Verdict.FAILED || story.isEmpty() || broken.contains(story)) {
            return judgement;
        }
        return stopped.isEmpty() ? Judgement.failed("'" + story + "' was expected to break, and"
                + " held in " + counted(runs) + "; make more, or take another seed or strategy")
                : Judgement.undecided(stopped);
    }

    private String counted(long runs) {
        return runs + " " + plan.strategy() + (runs == 1 ? " run" : " runs") + " from seed "
                + plan.seed();
    }
}

package org.exitrace.scenarios.campaign;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.RandomChoice;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.schedule.Replay;
import org.exitrace.engine.script.Script;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/**
 * Tells which call of a script was answered wrongly, or never returned: that is what a person
 * wants to know.
 */
public final class WrongCalls {

    private static final int STEPS_OF_AN_ENDLESS_RUN = 10_000;

    private final ScenarioDesign design;
    private final Model model;
    private final Set<String> calls = new LinkedHashSet<>();

    private WrongCalls(Scenario scenario, ScenarioDesign design) {
        this.design = design;
        this.model = scenario.build(design);
    }

    /** As {@link #behind(Judgement, Scenario, ScenarioDesign, List)}, of what a search found. */
    public static Judgement behind(Judgement judgement, Scenario scenario, ScenarioDesign design,
            ExplorationResult result) {
        List<List<String>> schedules = result.broken().stream()
                .flatMap(broken -> broken.witness().stream())
                .map(witness -> witness.steps()).toList();
        boolean neverThrough = result.broken().stream().anyMatch(broken ->
                Script.isPropertyOf(broken.property()) && broken.witness().isEmpty());
        return behind(judgement, scenario, design, schedules, neverThrough);
    }

    /**
     * The judgement, with the wrong calls behind its reason if it failed.
     *
     * @param schedules names of steps that broke something in {@code design}
     */
    public static Judgement behind(Judgement judgement, Scenario scenario, ScenarioDesign design,
            List<List<String>> schedules) {
        return behind(judgement, scenario, design, schedules, false);
    }

    private static Judgement behind(Judgement judgement, Scenario scenario, ScenarioDesign design,
            List<List<String>> schedules, boolean neverThrough) {
        if (judgement.verdict() != Verdict.FAILED || design.machine().scripts().isEmpty()) {
            return judgement;
        }
        WrongCalls wrong = new WrongCalls(scenario, design);
        schedules.forEach(wrong::lookBehind);
        if (neverThrough && wrong.calls.isEmpty()) {
            wrong.lookIntoAnEndlessRun();
        }
        return wrong.calls.isEmpty() ? judgement
                : Judgement.failed(judgement.why() + ": " + String.join("; ", wrong.calls));
    }

    private void lookBehind(List<String> steps) {
        RunResult result = go(Replay.of(steps), steps.size());
        long[] state = model.frame().snapshot();
        calls.addAll(design.machine().wrongCalls(model.layout(), state));
        if (result.end() == RunEnd.AT_REST) {
            calls.addAll(design.machine().openCalls(model.layout(), state, "never returns"));
        }
    }

    /** No schedule shows that something is never reached; one run shows at least an example. */
    private void lookIntoAnEndlessRun() {
        RunResult result = go(new RandomChoice(0), STEPS_OF_AN_ENDLESS_RUN);
        calls.addAll(design.machine().openCalls(model.layout(), model.frame().snapshot(),
                "does not return in a run of " + result.steps() + " steps"));
    }

    private RunResult go(Scheduler scheduler, int steps) {
        return new Run(model, scheduler).goOnWhenBroken().atMost(steps).go();
    }
}

package org.exitrace.scenarios.campaign;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.schedule.Replay;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/** Tells which call of a script was answered wrongly: that is what a person wants to know. */
public final class WrongCalls {

    private WrongCalls() {
    }

    /** As {@link #behind(Judgement, Scenario, ScenarioDesign, List)}, of what a search found. */
    public static Judgement behind(Judgement judgement, Scenario scenario, ScenarioDesign design,
            ExplorationResult result) {
        return behind(judgement, scenario, design, result.broken().stream()
                .flatMap(broken -> broken.witness().stream())
                .map(witness -> witness.steps()).toList());
    }

    /**
     * The judgement, with the wrong calls behind its reason if it failed.
     *
     * @param schedules names of steps that broke something in {@code design}
     */
    public static Judgement behind(Judgement judgement, Scenario scenario, ScenarioDesign design,
            List<List<String>> schedules) {
        if (judgement.verdict() != Verdict.FAILED || design.machine().scripts().isEmpty()) {
            return judgement;
        }
        Model model = scenario.build(design);
        Set<String> calls = new LinkedHashSet<>();
        for (List<String> steps : schedules) {
            new Run(model, Replay.of(steps)).goOnWhenBroken().atMost(steps.size()).go();
            calls.addAll(design.machine().wrongCalls(model.layout(), model.frame().snapshot()));
        }
        return calls.isEmpty() ? judgement
                : Judgement.failed(judgement.why() + ": " + String.join("; ", calls));
    }
}

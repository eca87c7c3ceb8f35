package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.reports.view.RunView;
import org.exitrace.reports.view.StepView;

/** The steps of a run for programs. */
final class TraceJson {

    private TraceJson() {
    }

    /** Each step with what it changed. */
    static List<JsonObject> of(RunView run) {
        List<JsonObject> steps = new ArrayList<>();
        for (int number = 1; number <= run.stepCount(); number++) {
            StepView step = run.step(number);
            Map<String, String> changed = new LinkedHashMap<>();
            step.changes().forEach(change -> changed.put(change.cell(), change.after()));
            steps.add(new JsonObject().put("step", number)
                    .put("actor", run.actors().get(step.actor())).put("name", step.name())
                    .put("atNs", step.atNs()).put("changed", changed));
        }
        return steps;
    }
}

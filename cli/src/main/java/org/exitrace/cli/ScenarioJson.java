package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;
import org.exitrace.engine.property.Property;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/** Scenarios and switches for programs. */
final class ScenarioJson {

    private ScenarioJson() {
    }

    /** Everything about a scenario. */
    static JsonObject of(Scenario scenario, List<Property> properties) {
        return new JsonObject().put("scenario", scenario.name()).put("title", scenario.title())
                .put("about", scenario.about()).put("sources", scenario.sources())
                .put("kind", scenario.kind().name()).put("profile", scenario.profile())
                .put("reach", scenario.reach())
                .put("designs", scenario.designs().stream().map(ScenarioJson::design).toList())
                .put("switches", switches(scenario.switches()))
                .put("properties", properties.stream().map(ScenarioJson::property).toList());
    }

    private static JsonObject design(ScenarioDesign design) {
        return new JsonObject().put("name", design.name()).put("title", design.title())
                .put("switches", design.switches().labels())
                .put("machine", design.machine().parameters().values())
                .put("expects", design.expectation().toString())
                .put("replays", design.recorded())
                .put("runs", design.runs().map(plan -> new JsonObject()
                        .put("strategy", plan.strategy().toString())
                        .put("seed", plan.seed()).put("count", plan.count())))
                .put("explores", design.exploration().map(plan -> new JsonObject()
                        .put("order", plan.order().toString())
                        .put("states", plan.mostStates()).put("depth", plan.mostDepth())));
    }

    /** The switches of a kind of machine. */
    static List<JsonObject> switches(List<Switch<?>> switches) {
        List<JsonObject> documents = new ArrayList<>();
        for (Switch<?> choice : switches) {
            List<JsonObject> values = new ArrayList<>();
            for (Object each : choice.values()) {
                SwitchValue value = (SwitchValue) each;
                values.add(new JsonObject().put("label", value.label())
                        .put("meaning", value.meaning()).put("source", value.source()));
            }
            documents.add(new JsonObject().put("name", choice.name())
                    .put("question", choice.question()).put("usual", choice.usual().label())
                    .put("values", values));
        }
        return documents;
    }

    private static JsonObject property(Property property) {
        return new JsonObject().put("id", property.id()).put("kind", property.kind().toString())
                .put("sentence", property.sentence()).put("because", property.because())
                .put("source", property.source());
    }
}

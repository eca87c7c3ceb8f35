package org.exitrace.scenarios.family;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;

/** The machines of a family in the designs of its columns, to be asked what there is in them. */
final class FamilyModels {

    private final Map<String, List<Model>> byScenario = new LinkedHashMap<>();

    FamilyModels(List<FamilyScenario> scenarios, List<FamilyColumn> columns) {
        for (FamilyScenario scenario : scenarios) {
            List<Model> models = new ArrayList<>();
            columns.forEach(column -> scenario.design(column).ifPresent(
                    design -> models.add(scenario.scenario().build(design))));
            byScenario.put(scenario.name(), models);
        }
    }

    /** The names of the scenarios that could be read. */
    List<String> scenarios() {
        return List.copyOf(byScenario.keySet());
    }

    /** The machines of a scenario, one for each column that it applies to. */
    List<Model> of(String scenario) {
        return byScenario.getOrDefault(scenario, List.of());
    }

    /** The property of that id, as the first machine of {@code scenario} has it that has it. */
    Optional<Property> property(String scenario, String id) {
        return of(scenario).stream().flatMap(model -> model.property(id).stream()).findFirst();
    }
}

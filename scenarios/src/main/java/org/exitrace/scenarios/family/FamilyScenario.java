package org.exitrace.scenarios.family;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/**
 * A machine that the designs of a family are compared on.
 *
 * @param name as the family's file names it
 * @param scenario the same as a scenario, whose designs are the columns that it applies to
 * @param without why it does not apply to the other columns, by their names
 */
public record FamilyScenario(String name, Scenario scenario, Map<String, String> without) {

    /** Copies the map. */
    public FamilyScenario {
        without = Collections.unmodifiableMap(new LinkedHashMap<>(without));
    }

    /** The machine in the design of {@code column}; empty where it does not apply. */
    public Optional<ScenarioDesign> design(FamilyColumn column) {
        return scenario.design(column.name());
    }
}

package org.exitrace.scenarios.comparison;

import java.util.List;
import java.util.Optional;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.explore.Outcome;
import org.exitrace.engine.explore.PropertyVerdict;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.scenarios.family.FamilyColumn;
import org.exitrace.scenarios.family.FamilyScenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/**
 * A search of one machine in the design of one column, which decides all rows there.
 *
 * @param scenario the machine
 * @param column the column
 * @param design the machine's design of that column
 * @param result what was found; empty where somebody stopped the comparison before it began
 */
public record ComparedSearch(FamilyScenario scenario, FamilyColumn column, ScenarioDesign design,
        Optional<ExplorationResult> result) {

    /** What is known of the property of that id, if it was looked at. */
    public Optional<PropertyVerdict> verdict(String id) {
        return result.flatMap(found -> found.properties().stream()
                .filter(verdict -> verdict.property().id().equals(id)).findFirst());
    }

    /**
     * Where the machine shall get to and never does, as an exhaustive search knows: what holds in
     * it holds of the part that comes before.
     */
    public List<Property> unreached() {
        return result.filter(ExplorationResult::isExhaustive).stream()
                .flatMap(found -> found.properties().stream())
                .filter(verdict -> verdict.outcome() == Outcome.BROKEN)
                .map(PropertyVerdict::property)
                .filter(property -> property.kind() == PropertyKind.REACHABLE).toList();
    }

    /** How it ended and how far it got, in one line. */
    public String summary() {
        return result.map(found -> found.error().map(error ->
                        "the model failed: " + error.message()).orElseGet(found::summary))
                .orElse("not begun");
    }
}

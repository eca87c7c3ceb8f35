package org.exitrace.scenarios.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.explore.PropertyVerdict;
import org.exitrace.scenarios.family.Family;
import org.exitrace.scenarios.family.FamilyColumn;
import org.exitrace.scenarios.family.FamilyRow;
import org.exitrace.scenarios.family.FamilyScenario;
import org.exitrace.scenarios.file.ExplorationPlan;

/**
 * What a comparison found.
 *
 * @param family what was compared
 * @param mostStates how many states each search was to find at most, whatever the family says
 * @param searches scenario by scenario, and column by column in each
 * @param measured operation by operation, and column by column in each
 */
public record ComparisonResult(Family family, long mostStates, List<ComparedSearch> searches,
        List<MeasuredCell> measured) {

    /** Copies the lists. */
    public ComparisonResult {
        searches = List.copyOf(searches);
        measured = List.copyOf(measured);
    }

    /** The search of that machine in that design, where it applies and was to be searched. */
    public Optional<ComparedSearch> search(FamilyScenario scenario, FamilyColumn column) {
        return searches.stream().filter(each -> each.scenario().name().equals(scenario.name())
                && each.column().name().equals(column.name())).findFirst();
    }

    /** How far {@code scenario} was to be searched in each design. */
    public ExplorationPlan plan(FamilyScenario scenario) {
        ExplorationPlan plan = scenario.scenario().usualDesign().exploration()
                .orElse(ExplorationPlan.USUAL);
        return new ExplorationPlan(
                plan.order(), Math.min(plan.mostStates(), mostStates), plan.mostDepth());
    }

    /** What is known of {@code row} in the design of {@code column}. */
    public ComparisonCell cell(FamilyRow row, FamilyColumn column) {
        List<ComparisonCell.Decided> decided = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (String name : row.scenarios()) {
            FamilyScenario scenario = family.scenario(name).orElseThrow();
            Optional<ComparedSearch> search = search(scenario, column);
            if (search.isEmpty()) {
                reasons.add(name + ": " + scenario.without().get(column.name()));
            } else if (lacks(search.get(), row.property().id())) {
                reasons.add(name + ": the machine promises no such thing in this design");
            } else {
                decided.add(new ComparisonCell.Decided(search.get(), verdict(search.get(), row)));
            }
        }
        return ComparisonCell.of(row, column, decided, reasons);
    }

    /** Every cell, row by row. */
    public List<ComparisonCell> cells() {
        List<ComparisonCell> cells = new ArrayList<>();
        family.rows().forEach(row ->
                family.columns().forEach(column -> cells.add(cell(row, column))));
        return cells;
    }

    private static boolean lacks(ComparedSearch search, String id) {
        return search.result().isPresent() && search.verdict(id).isEmpty();
    }

    private static Optional<PropertyVerdict> verdict(ComparedSearch search, FamilyRow row) {
        return search.verdict(row.property().id());
    }
}

package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.scenarios.comparison.ComparedSearch;
import org.exitrace.scenarios.comparison.ComparisonCell;
import org.exitrace.scenarios.comparison.ComparisonResult;
import org.exitrace.scenarios.comparison.MeasuredCell;
import org.exitrace.scenarios.family.FamilyScenario;

/** What a reader of a comparison must know beside its cells, in sentences. */
final class ComparisonNotes {

    private final ComparisonResult result;
    private final List<String> notes = new ArrayList<>();

    ComparisonNotes(ComparisonResult result) {
        this.result = result;
    }

    /** All of them, each once. */
    List<String> all() {
        if (result.cells().stream().anyMatch(cell -> !cell.reasons().isEmpty()
                && cell.state() == ComparisonCell.State.VERIFIED)) {
            notes.add("* holds in those scenarios of the row that apply to the design");
        }
        whatDoesNotApply();
        result.searches().stream().filter(search -> !isExhaustive(search)).forEach(search ->
                notes.add(search.scenario().name() + " in " + search.column().name() + ": "
                        + search.summary()));
        result.measured().forEach(this::measured);
        assumed();
        return List.copyOf(notes);
    }

    private static boolean isExhaustive(ComparedSearch search) {
        return search.result().map(ExplorationResult::isExhaustive).orElse(false);
    }

    /** Scenarios that one reason keeps from a design together, and designs that share them. */
    private void whatDoesNotApply() {
        Map<List<String>, List<String>> columns = new LinkedHashMap<>();
        result.family().columns().forEach(column -> {
            Map<String, List<String>> scenarios = new LinkedHashMap<>();
            for (FamilyScenario scenario : result.family().scenarios()) {
                String why = scenario.without().get(column.name());
                if (why != null) {
                    scenarios.computeIfAbsent(why, none -> new ArrayList<>())
                            .add(scenario.name());
                }
            }
            scenarios.forEach((why, names) -> columns.computeIfAbsent(
                    List.of(String.join(", ", names), why), none -> new ArrayList<>())
                    .add(column.name()));
        });
        columns.forEach((scenarios, names) -> notes.add(scenarios.get(0)
                + (scenarios.get(0).contains(", ") ? " do" : " does") + " not apply to "
                + String.join(", ", names) + ": " + scenarios.get(1)));
    }

    private void measured(MeasuredCell cell) {
        String what = cell.operation().name() + " in " + cell.column().name() + ": ";
        boolean applies = result.family().scenario(cell.operation().scenario()).orElseThrow()
                .design(cell.column()).isPresent();
        if (!cell.why().isEmpty() && applies) {
            notes.add(what + cell.why());
        }
        cell.samples().filter(samples -> samples.unended() > 0).ifPresent(samples ->
                notes.add(what + "began and did not end in "
                        + Durations.grouped(samples.unended()) + " of "
                        + Durations.grouped(samples.runs()) + " runs"));
    }

    private void assumed() {
        List<String> keys = result.measured().stream()
                .flatMap(cell -> cell.assumed().stream()).distinct().toList();
        if (!keys.isEmpty()) {
            notes.add("times: nobody measured these figures of the profile: "
                    + String.join(", ", keys));
        }
    }
}

package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.scenarios.campaign.OperationSamples;
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
        whatStopsEarly();
        result.searches().stream().filter(search -> search.result().isPresent()
                && !isExhaustive(search)).forEach(search ->
                notes.add(search.scenario().name() + " in " + search.column().name() + ": "
                        + search.summary()));
        whatWasNotBegun();
        measured();
        assumed();
        return List.copyOf(notes);
    }

    private static boolean isExhaustive(ComparedSearch search) {
        return search.result().map(ExplorationResult::isExhaustive).orElse(false);
    }

    /** Searches for which there was no time: whole scenarios first, then designs of others. */
    private void whatWasNotBegun() {
        List<String> whole = new ArrayList<>();
        List<String> some = new ArrayList<>();
        long begun = result.searches().stream().filter(each -> each.result().isPresent()).count();
        for (FamilyScenario scenario : result.family().scenarios()) {
            List<ComparedSearch> all = result.searches().stream()
                    .filter(each -> each.scenario() == scenario).toList();
            List<String> left = all.stream().filter(each -> each.result().isEmpty())
                    .map(each -> each.column().name()).toList();
            if (!left.isEmpty() && left.size() == all.size()) {
                whole.add(scenario.name());
            } else if (!left.isEmpty()) {
                some.add(scenario.name() + " in " + String.join(", ", left));
            }
        }
        some.addAll(0, whole.isEmpty() ? List.of() : List.of(String.join(", ", whole)));
        if (!some.isEmpty()) {
            notes.add("stopped when " + begun + " of " + result.searches().size()
                    + " searches were begun; not begun: " + String.join("; ", some));
        }
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

    /** Searches that belong to a cell which is marked so, and what they never get to. */
    private void whatStopsEarly() {
        Set<ComparedSearch> marked = result.cells().stream().filter(ComparisonCell::stopsEarly)
                .flatMap(cell -> cell.decided().stream()).map(ComparisonCell.Decided::search)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<ComparedSearch> early = result.searches().stream().filter(search ->
                marked.contains(search) && !search.unreached().isEmpty()).toList();
        if (!early.isEmpty()) {
            notes.add("^ holds as far as the machine gets: some scenario of the row does not come"
                    + " to its end");
        }
        Map<List<String>, List<String>> columns = new LinkedHashMap<>();
        early.forEach(search -> columns.computeIfAbsent(
                List.of(search.scenario().name(), unreached(search)), none -> new ArrayList<>())
                .add(search.column().name()));
        Map<List<String>, List<String>> scenarios = new LinkedHashMap<>();
        columns.forEach((what, names) -> scenarios.computeIfAbsent(
                List.of(String.join(", ", names), what.get(1)), none -> new ArrayList<>())
                .add(what.get(0)));
        scenarios.forEach((where, names) -> notes.add(String.join(", ", names) + " in "
                + where.get(0) + (names.size() > 1 ? " never get to: " : " never gets to: ")
                + where.get(1)));
    }

    private static String unreached(ComparedSearch search) {
        return search.unreached().stream()
                .map(property -> property.sentence() + " [" + property.id() + "]")
                .collect(Collectors.joining(", "));
    }

    /** What is to be said of operations, once for all designs of which the same is to be said. */
    private void measured() {
        Map<List<String>, List<String>> columns = new LinkedHashMap<>();
        for (MeasuredCell cell : result.measured()) {
            boolean applies = result.family().scenario(cell.operation().scenario()).orElseThrow()
                    .design(cell.column()).isPresent();
            List<String> said = new ArrayList<>();
            if (!cell.why().isEmpty() && applies) {
                said.add(cell.why());
            }
            cell.samples().filter(samples -> samples.unended() > 0)
                    .ifPresent(samples -> said.add(unended(samples)));
            said.forEach(sentence -> columns.computeIfAbsent(
                    List.of(cell.operation().name(), sentence), none -> new ArrayList<>())
                    .add(cell.column().name()));
        }
        columns.forEach((what, names) -> notes.add(what.get(0) + " in " + String.join(", ", names)
                + ": " + what.get(1)));
    }

    private static String unended(OperationSamples samples) {
        return "was under way when the run was over in " + Durations.grouped(samples.unended())
                + " of " + Durations.grouped(samples.runs()) + " runs; the figures are those of "
                + Durations.grouped(samples.steps().length) + " that ended";
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

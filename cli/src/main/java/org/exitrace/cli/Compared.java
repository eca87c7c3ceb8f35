package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.engine.script.Parameter;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.view.ComparisonView;
import org.exitrace.reports.view.ComparisonView.Shade;
import org.exitrace.reports.view.PropertyView;
import org.exitrace.reports.view.Verdict;
import org.exitrace.scenarios.comparison.ComparedSearch;
import org.exitrace.scenarios.comparison.ComparisonCell;
import org.exitrace.scenarios.comparison.ComparisonResult;
import org.exitrace.scenarios.comparison.MeasuredCell;
import org.exitrace.scenarios.family.DecidedElsewhere;
import org.exitrace.scenarios.family.Family;
import org.exitrace.scenarios.family.FamilyColumn;
import org.exitrace.scenarios.family.FamilyRow;
import org.exitrace.scenarios.family.FamilyScenario;
import org.exitrace.scenarios.family.MeasuredOperation;
import org.exitrace.scenarios.file.ExplorationPlan;
import org.exitrace.scenarios.file.Scenario;

/** A comparison as reports show it. */
final class Compared {

    private static final String NOTHING = "-";
    private static final String PART = "*";
    private static final String EARLY = "^";

    private final ComparisonResult result;
    private final Family family;
    private final String again;
    private final BrokenSchedules schedules;

    /** What {@code result} shows; {@code again} is the line that compares again. */
    Compared(ComparisonResult result, String again) {
        this.result = result;
        this.family = result.family();
        this.again = again;
        this.schedules = new BrokenSchedules(result);
    }

    BrokenSchedules schedules() {
        return schedules;
    }

    String again() {
        return again;
    }

    ComparisonView view() {
        return new ComparisonView(family.name(), family.title(), family.about(),
                family.sources(), family.columns().stream().map(this::column).toList(),
                family.rows().stream().map(this::row).toList(),
                searched().map(this::searches).toList(),
                plans().size() == 1 ? told(plans().get(0)) : "",
                family.elsewhere().stream().flatMap(Compared::elsewhere).toList(),
                schedules.all().stream().map(each -> new ComparisonView.Schedule(each.number(),
                        each.title(), each.properties(), each.run(), each.repeat())).toList(),
                family.operations().stream().map(this::operation).toList(),
                new ComparisonNotes(result).all(), counts(), again);
    }

    private Stream<FamilyScenario> searched() {
        return family.scenarios().stream().filter(scenario -> result.searches().stream()
                .anyMatch(search -> search.scenario().name().equals(scenario.name())));
    }

    private ComparisonView.Column column(FamilyColumn column) {
        String switches = family.scenarios().stream()
                .flatMap(scenario -> scenario.design(column).stream()).findFirst()
                .map(design -> design.switches().differences().entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(", "))).orElse("");
        return new ComparisonView.Column(column.name(), column.title(), switches);
    }

    private ComparisonView.Row row(FamilyRow row) {
        List<ComparisonView.Cell> cells = new ArrayList<>();
        family.columns().forEach(column -> cells.add(cell(result.cell(row, column))));
        return new ComparisonView.Row(row.group(),
                PropertyView.of(row.property(), Verdict.UNDECIDED),
                scenarios(row), cells);
    }

    /** Those in which a row is decided, or all but some where that is shorter. */
    private String scenarios(FamilyRow row) {
        List<String> all = searched().map(FamilyScenario::name).toList();
        String named = String.join(", ", row.scenarios());
        String others = all.stream().filter(name -> !row.scenarios().contains(name))
                .collect(Collectors.joining(", "));
        String but = "all scenarios" + (others.isEmpty() ? "" : " but " + others);
        return row.scenarios().size() > 1 && (others.isEmpty() || but.length() < named.length())
                ? but : named;
    }

    private static Stream<ComparisonView.Elsewhere> elsewhere(DecidedElsewhere other) {
        return other.properties().stream().map(property -> {
            List<String> broken = other.brokenIn(property);
            return new ComparisonView.Elsewhere(PropertyView.of(property, Verdict.UNDECIDED),
                    other.entry().title(), broken.isEmpty() ? "verified in all its designs"
                    : "broken in " + String.join(", ", broken),
                    "./exitrace explore " + other.entry().name());
        });
    }

    private ComparisonView.Cell cell(ComparisonCell cell) {
        boolean reachable = cell.row().property().kind() == PropertyKind.REACHABLE;
        String part = (cell.reasons().isEmpty() ? "" : PART) + (cell.stopsEarly() ? EARLY : "");
        return switch (cell.state()) {
            case VERIFIED -> cell(cell, Shade.KEPT, (reachable ? "reached" : "verified") + part,
                    states(cell));
            case BROKEN -> cell(cell, Shade.BROKEN, reachable ? "UNREACHED" : "BROKEN",
                    cell.broken().flatMap(ComparisonCell.Decided::witness)
                            .map(witness -> "in " + steps(witness.once().size()))
                            .orElseGet(() -> states(cell)));
            case UNKNOWN -> cell(cell, Shade.UNKNOWN, "unknown", states(cell));
            case NOT_APPLICABLE -> cell(cell, Shade.NONE, NOTHING, "");
        };
    }

    private ComparisonView.Cell cell(
            ComparisonCell cell, Shade shade, String word, String extent) {
        return new ComparisonView.Cell(
                shade, word, schedules.numberOf(cell), extent, detail(cell));
    }

    private static String steps(int count) {
        return count + (count == 1 ? " step" : " steps");
    }

    /** All states that were looked at for a cell, in all its scenarios. */
    private static String states(ComparisonCell cell) {
        return Durations.grouped(cell.decided().stream().flatMap(
                each -> each.search().result().stream())
                .mapToLong(ExplorationResult::states).sum()) + " states";
    }

    private static String detail(ComparisonCell cell) {
        List<String> parts = new ArrayList<>();
        cell.decided().forEach(each -> parts.add(each.search().scenario().name() + ": "
                + each.outcome() + (each.search().unreached().isEmpty() ? ""
                : ", as far as it gets") + "; " + each.search().summary()));
        parts.addAll(cell.reasons());
        return String.join("\n", parts);
    }

    private ComparisonView.Searches searches(FamilyScenario scenario) {
        List<ComparisonView.Cell> cells = new ArrayList<>();
        for (FamilyColumn column : family.columns()) {
            Optional<ComparedSearch> search = result.search(scenario, column);
            Optional<ExplorationResult> found = search.flatMap(ComparedSearch::result);
            String word = found.map(each -> (each.isExhaustive() ? "" : ">")
                    + Durations.grouped(each.states())).orElse(NOTHING);
            Shade shade = found.isEmpty() ? Shade.NONE
                    : found.get().isExhaustive() ? Shade.KEPT : Shade.UNKNOWN;
            cells.add(new ComparisonView.Cell(shade, word, 0, "",
                    search.map(ComparedSearch::summary)
                            .orElseGet(() -> scenario.without().get(column.name()))));
        }
        String own = plans().size() == 1 ? "" : told(result.plan(scenario));
        return new ComparisonView.Searches(scenario.name(), Stream.of(
                scenario.scenario().title(), size(scenario.scenario()), own)
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("; ")), cells);
    }

    /** What is not as usual of the machine, alike in all designs: the bound of each verdict. */
    private static String size(Scenario scenario) {
        List<String> parts = new ArrayList<>();
        for (Parameter parameter : scenario.kind().parameters()) {
            List<String> values = scenario.designs().stream().map(design -> design.machine()
                    .parameters().values().get(parameter.name())).distinct().toList();
            if (values.size() == 1 && !parameter.usual().equals(values.get(0))) {
                parts.add(parameter.name() + "=" + values.get(0));
            }
        }
        return String.join(", ", parts);
    }

    /** How far searches go, each way once. */
    private List<ExplorationPlan> plans() {
        return searched().map(result::plan).distinct().toList();
    }

    private static String told(ExplorationPlan plan) {
        return plan.equals(ExplorationPlan.USUAL) ? "" : ExploreSettings.told(plan);
    }

    private ComparisonView.Operation operation(MeasuredOperation operation) {
        List<ComparisonView.Figures> figures = new ArrayList<>();
        for (MeasuredCell cell : result.measured()) {
            if (cell.operation() == operation) {
                figures.add(new ComparisonView.Figures(
                        cell.samples().map(samples -> samples.steps()),
                        cell.samples().filter(none -> family.crossings().areKnown())
                                .map(samples -> samples.crossings()),
                        cell.samples().filter(none -> !cell.profile().isEmpty())
                                .map(samples -> samples.ns()), cell.why()));
            }
        }
        return new ComparisonView.Operation(operation.name(), operation.title() + ", in "
                + operation.scenario() + "; " + Durations.grouped(operation.runs())
                + " runs from seed " + operation.seed(), figures);
    }

    private String counts() {
        Map<ComparisonCell.State, Long> counts = result.cells().stream().collect(
                Collectors.groupingBy(ComparisonCell::state, Collectors.counting()));
        List<String> parts = new ArrayList<>();
        for (ComparisonCell.State state : ComparisonCell.State.values()) {
            parts.add(counts.getOrDefault(state, 0L) + " " + state);
        }
        return result.cells().size() + " cells: " + String.join(", ", parts);
    }
}

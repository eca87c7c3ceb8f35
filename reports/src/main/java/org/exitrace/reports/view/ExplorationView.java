package org.exitrace.reports.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.explore.Outcome;
import org.exitrace.engine.explore.PropertyVerdict;
import org.exitrace.engine.explore.Witness;
import org.exitrace.engine.property.PropertyKind;

/**
 * What a search showed.
 *
 * @param heading what was searched, and how to search again
 * @param strategy how it was searched, such as {@code breadth-first}
 * @param exhaustive whether all states were seen
 * @param end why the search ended, in words
 * @param counts how much was seen
 * @param bounds the limits that were set, each in words
 * @param collisionBound how likely two states were taken for one, in words
 * @param findings each property with its verdict and, where it is broken, its schedule
 */
public record ExplorationView(
        RunHeading heading, String strategy, boolean exhaustive, String end, Counts counts,
        List<String> bounds, String collisionBound, List<Finding> findings) {

    /**
     * How much was seen.
     *
     * @param states distinct states
     * @param transitions steps taken, also those that led to a known state
     * @param depth as the engine counts it: levels, or states on the longest schedule
     * @param ends states in which nobody can take a step
     * @param leftOpen how many states were not looked behind, in words; empty if exhaustive
     */
    public record Counts(
            long states, long transitions, int depth, long ends, String leftOpen) {
    }

    /**
     * One property's verdict.
     *
     * @param property the property
     * @param why what was seen, in a sentence; may be empty
     * @param schedule a run that breaks it: the shortest when searched breadth-first
     * @param repeated how many of its last steps are then repeated for ever; usually 0
     */
    public record Finding(
            PropertyView property, String why, Optional<RunView> schedule, int repeated) {
    }

    /**
     * The view of {@code result}.
     *
     * @param bounds the limits that were set, each in words
     * @param replayed makes the run of a schedule, such as by {@link TraceView#replay}
     */
    public static ExplorationView of(
            RunHeading heading, List<String> bounds, ExplorationResult result,
            Function<Witness, RunView> replayed) {
        Map<Witness, RunView> runs = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (PropertyVerdict verdict : result.properties()) {
            Optional<Witness> witness = verdict.witness()
                    .filter(w -> verdict.outcome() == Outcome.BROKEN);
            findings.add(new Finding(property(verdict), verdict.why(),
                    witness.map(w -> runs.computeIfAbsent(w, replayed)),
                    witness.map(w -> w.cycle().size()).orElse(0)));
        }
        return new ExplorationView(heading, result.order().toString(), result.isExhaustive(),
                result.end().toString(),
                new Counts(result.states(), result.transitions(), result.depth(),
                        result.statesAtRest(), result.leftOpen()),
                bounds, result.collisionBound(), findings);
    }

    private static PropertyView property(PropertyVerdict verdict) {
        boolean reached = verdict.property().kind() == PropertyKind.REACHABLE;
        return switch (verdict.outcome()) {
            case HOLDS -> PropertyView.of(verdict.property(),
                    reached ? Verdict.REACHED : Verdict.HELD);
            case UNDECIDED -> PropertyView.of(verdict.property(), Verdict.UNDECIDED);
            case BROKEN -> verdict.witness().isPresent()
                    ? PropertyView.brokenAt(verdict.property(),
                            verdict.witness().get().once().size())
                    : PropertyView.of(verdict.property(), Verdict.BROKEN);
        };
    }

    /** The schedules, each once, with the findings that it shows. */
    public Map<RunView, List<Finding>> schedules() {
        Map<RunView, List<Finding>> schedules = new LinkedHashMap<>();
        for (Finding finding : findings) {
            finding.schedule().ifPresent(run ->
                    schedules.computeIfAbsent(run, r -> new ArrayList<>()).add(finding));
        }
        return schedules;
    }

    /** What a schedule is called: the properties that it breaks, and how long it is. */
    public static String title(RunView run, List<Finding> findings) {
        List<String> ids = findings.stream().map(finding -> finding.property().id()).toList();
        int repeated = findings.get(0).repeated();
        return String.join(", ", ids) + ": broken in " + run.stepCount()
                + (run.stepCount() == 1 ? " step" : " steps")
                + (repeated == 0 ? "" : ", the last " + repeated + " of them for ever");
    }
}

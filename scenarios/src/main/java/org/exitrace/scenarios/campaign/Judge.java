package org.exitrace.scenarios.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.exitrace.engine.explore.ExplorationEnd;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.explore.Outcome;
import org.exitrace.engine.explore.PropertyVerdict;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.engine.script.Script;
import org.exitrace.scenarios.file.Expectation;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.schedule.ScheduleCheck;

/**
 * Compares what a design showed with what its scenario expects.
 *
 * <p>A {@code reachable} property counts only where the scenario names it, since not every machine
 * in every design can get everywhere, and where a script promises it.
 */
public final class Judge {

    private final Expectation expectation;
    private final List<String> reach;

    /** Judges by what {@code scenario} says, with {@code expectation} for the design. */
    public Judge(Scenario scenario, Expectation expectation) {
        this.expectation = expectation;
        this.reach = scenario.reach();
    }

    /** What a search shows. */
    public Judgement of(ExplorationResult result) {
        if (result.error().isPresent()) {
            return Judgement.failed(
                    "the model failed: " + result.error().orElseThrow().message());
        }
        List<String> broken = result.broken().stream().map(PropertyVerdict::property)
                .filter(this::counts).map(Property::id).toList();
        return unexpected(broken).or(() -> missing(result, broken))
                .orElseGet(() -> Judgement.passed(shown(broken) + "; " + result.summary()));
    }

    /** What one run shows. */
    public Judgement of(RunResult result) {
        String steps = "in " + result.steps() + " steps";
        return ofSamples(ids(result), steps, steps,
                result.end() == RunEnd.INTERRUPTED ? "the run was interrupted" : "");
    }

    /**
     * What some runs show: they can refute, and break, but not verify; nor do they refute that
     * something breaks in another.
     *
     * @param broken ids of what broke in any of them
     * @param whereBroke where that was, such as {@code in 40 steps}; may be empty
     * @param whereHeld where the rest held, such as {@code in 40 runs}
     * @param stopped why they were stopped before their end; empty where they were not
     */
    public Judgement ofSamples(
            List<String> broken, String whereBroke, String whereHeld, String stopped) {
        return unexpected(broken).orElseGet(() -> {
            if (!broken.isEmpty()) {
                return Judgement.passed((shown(broken) + " " + whereBroke).strip());
            }
            if (!stopped.isEmpty()) {
                return Judgement.undecided(stopped);
            }
            return expectation.broken().isEmpty()
                    ? Judgement.passed(shown(broken) + " " + whereHeld)
                    : Judgement.undecided(quoted(expectation.broken().subList(0, 1))
                            + " is expected to break, and held " + whereHeld);
        });
    }

    /** What a schedule shows when it is taken again: it has to break what it claims to break. */
    public Judgement ofReplayed(Schedule schedule, RunResult result) {
        return ScheduleCheck.falseClaim(schedule, result).map(Judgement::failed)
                .orElseGet(() -> of(result));
    }

    /** What a recorded schedule shows: it has to break the first property that is named. */
    public Judgement ofRecorded(Schedule schedule, RunResult result) {
        Judgement replayed = ofReplayed(schedule, result);
        Optional<String> story = expectation.brokenProperty();
        List<String> broken = result.broken().keySet().stream().map(Property::id).toList();
        if (replayed.verdict() == Verdict.FAILED || result.end() == RunEnd.INTERRUPTED
                || story.isEmpty() || broken.contains(story.get())) {
            return replayed;
        }
        return Judgement.failed("'" + story.get() + "' was expected to break, "
                + (broken.isEmpty() ? "and held on this schedule"
                : "but " + quoted(broken) + " did"));
    }

    private List<String> ids(RunResult result) {
        return result.broken().keySet().stream()
                .filter(this::counts).map(Property::id).toList();
    }

    private Optional<Judgement> unexpected(List<String> broken) {
        List<String> surplus = new ArrayList<>(broken);
        surplus.removeAll(expectation.broken());
        return surplus.isEmpty() ? Optional.empty() : Optional.of(Judgement.failed(
                quoted(surplus) + " broke, which was not expected"));
    }

    private Optional<Judgement> missing(ExplorationResult result, List<String> broken) {
        List<String> absent = new ArrayList<>(expectation.broken());
        absent.removeAll(broken);
        List<String> open = result.properties().stream()
                .filter(verdict -> verdict.outcome() == Outcome.UNDECIDED)
                .filter(verdict -> needed(verdict.property(), absent))
                .map(verdict -> verdict.property().id()).toList();
        absent.removeAll(open);
        if (!absent.isEmpty()) {
            return Optional.of(Judgement.failed(quoted(absent)
                    + (absent.size() > 1 ? " were expected to break, and hold; "
                    : " was expected to break, and holds; ") + result.summary()));
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(Judgement.undecided(
                quoted(open) + (open.size() > 1 ? " are" : " is") + " undecided; "
                        + remedy(result)));
    }

    /** Where something is expected to break, nobody promised that the rest is proved. */
    private boolean needed(Property property, List<String> absent) {
        return absent.contains(property.id()) || reach.contains(property.id())
                || expectation.broken().isEmpty() && counts(property);
    }

    private static String remedy(ExplorationResult result) {
        return result.summary() + (result.end() == ExplorationEnd.INTERRUPTED ? ""
                : "; raise the bound, or take a smaller machine");
    }

    private boolean counts(Property property) {
        return property.kind() != PropertyKind.REACHABLE || Script.isPropertyOf(property)
                || reach.contains(property.id())
                || expectation.broken().contains(property.id());
    }

    private static String shown(List<String> broken) {
        return broken.isEmpty() ? "no property broke" : quoted(broken) + " broke";
    }

    private static String quoted(List<String> ids) {
        return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    }
}

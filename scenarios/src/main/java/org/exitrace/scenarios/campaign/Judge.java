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
import org.exitrace.engine.script.Script;
import org.exitrace.scenarios.file.Expectation;
import org.exitrace.scenarios.file.Scenario;

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

    /** What one run shows: it can refute, and break, but not verify. */
    public Judgement of(RunResult result) {
        List<String> broken = result.broken().keySet().stream()
                .filter(this::counts).map(Property::id).toList();
        return unexpected(broken).orElseGet(() -> {
            if (!broken.isEmpty() || expectation.broken().isEmpty()
                    && result.end() != RunEnd.INTERRUPTED) {
                return Judgement.passed(shown(broken) + " in " + result.steps() + " steps");
            }
            return result.end() == RunEnd.INTERRUPTED
                    ? Judgement.undecided("the run was interrupted")
                    : Judgement.failed(quoted(expectation.broken())
                            + " was expected to break, and held on this schedule");
        });
    }

    /** What a recorded schedule shows: it has to break the first property that is named. */
    public Judgement ofRecorded(RunResult result) {
        Optional<String> story = expectation.brokenProperty();
        List<String> broken = result.broken().keySet().stream().map(Property::id).toList();
        if (story.isPresent() && !broken.isEmpty() && !broken.contains(story.get())) {
            return Judgement.failed("'" + story.get() + "' was expected to break, but "
                    + quoted(broken) + " did");
        }
        return of(result);
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
                    + " was expected to break, and holds; " + result.summary()));
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(Judgement.undecided(
                quoted(open) + " is undecided; " + remedy(result)));
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

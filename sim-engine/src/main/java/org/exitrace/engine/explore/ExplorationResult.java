package org.exitrace.engine.explore;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.exitrace.engine.step.Step;

/**
 * What a search found, and how much of the model that is.
 *
 * @param end whether everything was seen, or what stopped the search
 * @param order in which it searched
 * @param states distinct states found, the first included
 * @param transitions steps taken from all states together, those back to known states included,
 *     and 1 for the first state: TLC's "states generated"
 * @param depth breadth-first: number of levels, the first state alone being level 1, TLC's "depth
 *     of the complete state graph"; depth-first: states on the longest schedule that was tried
 * @param statesAtRest states found in which nobody can take a step
 * @param frontier states found and not, or not wholly, looked behind; 0 if exhausted. Depth-first,
 *     a successor that the bound on depth left out may have been found by a shorter way later:
 *     then these are at most so many
 * @param peakBytes most memory that the tables of the search took
 * @param fingerprintBits 64 or 128
 * @param steps the model's steps, by index
 * @param fired how often each step was taken, by index
 * @param properties what is known of each property that was looked at, in order of
 *     declaration, with {@code deadlock} last
 * @param error how the model failed, if it did
 */
public record ExplorationResult(
        ExplorationEnd end, SearchOrder order, long states, long transitions, int depth,
        long statesAtRest, long frontier, long peakBytes, int fingerprintBits,
        List<Step> steps, List<Long> fired, List<PropertyVerdict> properties,
        Optional<ModelError> error) {

    static ExplorationResult of(Search search, SearchOrder order) {
        List<Long> fired = new ArrayList<>();
        for (long count : search.fired) {
            fired.add(count);
        }
        return new ExplorationResult(search.end, order, search.states, search.transitions,
                search.depth, search.statesAtRest, search.frontier(), search.peakBytes,
                search.settings.wide() ? 128 : 64, search.model.steps(), List.copyOf(fired),
                search.ledger.verdicts(search.end, search.lassosSought()),
                Optional.ofNullable(search.error));
    }

    /** Whether every state that the model can get into was seen (but for colliding prints). */
    public boolean isExhaustive() {
        return end == ExplorationEnd.EXHAUSTED;
    }

    /** Whether no property is broken and the model did not fail; says nothing of the undecided. */
    public boolean isClean() {
        return error.isEmpty() && properties.stream()
                .noneMatch(verdict -> verdict.outcome() == Outcome.BROKEN);
    }

    /** What is known of the property of that id. */
    public PropertyVerdict verdict(String id) {
        return properties.stream().filter(verdict -> verdict.property().id().equals(id))
                .findFirst().orElseThrow(() -> new IllegalArgumentException(
                        "no property '" + id + "' was looked at"));
    }

    /** The broken properties, in order of declaration. */
    public List<PropertyVerdict> broken() {
        return properties.stream()
                .filter(verdict -> verdict.outcome() == Outcome.BROKEN).toList();
    }

    /** The steps that nobody ever took. */
    public List<Step> neverFired() {
        return steps.stream().filter(step -> fired.get(step.index()) == 0).toList();
    }

    /**
     * Full names of which no step was ever taken, each once: a name may belong to several steps of
     * which one is possible at a time.
     */
    public List<String> neverFiredNames() {
        Set<String> names = new LinkedHashSet<>();
        neverFired().forEach(step -> names.add(step.fullName()));
        steps.stream().filter(step -> fired.get(step.index()) > 0)
                .forEach(step -> names.remove(step.fullName()));
        return List.copyOf(names);
    }

    /** How likely it is at most that states were missed since fingerprints collided, in words. */
    public String collisionBound() {
        return CollisionBound.render(states, fingerprintBits);
    }

    /** One line: how it ended and how far it got. */
    public String summary() {
        String counts = String.format(Locale.ROOT,
                "%s, %s: %,d distinct states, %,d transitions, depth %,d",
                end, order, states, transitions, depth);
        return isExhaustive() ? counts : counts + ", " + leftOpen();
    }

    /** How many states were not wholly looked behind, in words; empty if it is exhaustive. */
    public String leftOpen() {
        boolean isBound = order == SearchOrder.DEPTH_FIRST && end == ExplorationEnd.DEPTH_LIMIT;
        return isExhaustive() ? "" : String.format(Locale.ROOT, "%s%,d %s not looked behind",
                isBound ? "at most " : "", frontier, frontier == 1 ? "state" : "states");
    }
}

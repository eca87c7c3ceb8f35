package org.exitrace.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.exitrace.engine.explore.Bounds;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.explore.Outcome;
import org.exitrace.engine.explore.PropertyVerdict;
import org.exitrace.engine.explore.Witness;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelFactory;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.engine.shrink.Shrinker;
import org.exitrace.engine.strategy.DrawnStrategy;

/**
 * Assertions about all schedules of a model. Each searches all states first, shortest schedules
 * first; where a bound stops that, it goes on with drawn runs.
 */
public final class ModelAssert extends AbstractAssert<ModelAssert, ModelFactory> {

    private static final int MOST_STEPS = 1_000;

    private long mostStates = 200_000;
    private int runs = 200;
    private ExplorationResult known;

    ModelAssert(ModelFactory factory) {
        super(factory, ModelAssert.class);
    }

    /** Searches at most so many states, 200,000 unless told otherwise. */
    public ModelAssert withinStates(long states) {
        mostStates = states;
        known = null;
        return this;
    }

    /** Draws so many runs where the search was stopped, 200 unless told otherwise. */
    public ModelAssert withRuns(int drawn) {
        runs = drawn;
        return this;
    }

    /** What the property of that id, of kind {@code never}, speaks of does not happen. */
    public ModelAssert never(String id) {
        if (property(id).kind() != PropertyKind.NEVER) {
            throw failure("%s", "'" + id + "' is of kind " + property(id).kind()
                    + ", not never; assert holds(\"" + id + "\")");
        }
        return holds(id);
    }

    /** No schedule that was looked at breaks the property of that id. */
    public ModelAssert holds(String id) {
        Property property = property(id);
        if (property.kind() == PropertyKind.REACHABLE) {
            return reaches(id);
        }
        breaking(property).ifPresent(witness -> {
            throw failure("%s", BrokenPromise.of(property, promisingOnly(property), witness));
        });
        return this;
    }

    /** No schedule whatever breaks the property of that id: all states were seen. */
    public ModelAssert isExhaustivelyFreeOf(String id) {
        holds(id);
        PropertyVerdict verdict = search().verdict(id);
        if (verdict.outcome() != Outcome.HOLDS) {
            throw failure("%s", property(id) + "\nis not proved: " + search().summary()
                    + "; raise withinStates, or take a smaller machine");
        }
        return this;
    }

    /** Some schedule breaks the property of that id. */
    public ModelAssert breaks(String id) {
        Property property = property(id);
        if (breaking(property).isEmpty()) {
            throw failure("%s", property + "\nwas to be broken and is not: " + seen());
        }
        return this;
    }

    /** Some schedule gets where the property of that id, of kind {@code reachable}, wants. */
    public ModelAssert reaches(String id) {
        Property property = property(id);
        if (property.kind() != PropertyKind.REACHABLE) {
            throw failure("%s", "'" + id + "' is of kind " + property.kind() + ", not reachable");
        }
        if (search().verdict(id).outcome() != Outcome.HOLDS && !isReachedByChance(property)) {
            throw failure("%s", property + "\nwas not reached: " + seen());
        }
        return this;
    }

    /**
     * In no state does {@code condition} hold, which the model need not declare.
     *
     * @param sentence what does not happen, in words
     * @param condition reads the state that is loaded, by {@link Model#layout()}
     */
    public ModelAssert never(String sentence, Predicate<Model> condition) {
        asking(PropertyKind.NEVER, sentence, condition).holds(sentence);
        return this;
    }

    /** In each state {@code condition} holds; as {@link #never(String, Predicate)}. */
    public ModelAssert always(String sentence, Predicate<Model> condition) {
        asking(PropertyKind.ALWAYS, sentence, condition).holds(sentence);
        return this;
    }

    /** In some state {@code condition} holds; as {@link #never(String, Predicate)}. */
    public ModelAssert reachable(String sentence, Predicate<Model> condition) {
        asking(PropertyKind.REACHABLE, sentence, condition).reaches(sentence);
        return this;
    }

    private ModelAssert asking(PropertyKind kind, String sentence, Predicate<Model> condition) {
        ModelFactory asked = () -> {
            Model model = actual.make();
            return model.promisingOnly(
                    Property.of(kind, sentence, sentence, () -> condition.test(model)));
        };
        return new ModelAssert(asked).withinStates(mostStates).withRuns(runs);
    }

    private Property property(String id) {
        return DeclaredProperty.of(actual.make(), id);
    }

    /** Models that promise this alone: what else a schedule breaks shall not end its run. */
    private ModelFactory promisingOnly(Property property) {
        return () -> {
            Model model = actual.make();
            return model.promisingOnly(DeclaredProperty.of(model, property.id()));
        };
    }

    private ExplorationResult search() {
        if (known == null) {
            ExplorationResult result = new Exploration(actual.make()).checked()
                    .within(Bounds.usual().states(mostStates)).go();
            result.error().ifPresent(error -> {
                throw failure("%s", "the model failed: " + error);
            });
            known = result;
        }
        return known;
    }

    private Optional<Witness> breaking(Property property) {
        PropertyVerdict verdict = search().verdict(property.id());
        if (verdict.outcome() == Outcome.HOLDS) {
            return Optional.empty();
        }
        Optional<Witness> found = verdict.outcome() == Outcome.BROKEN
                ? verdict.witness() : drawn(property);
        return found.map(witness -> witness.cycle().isEmpty()
                ? new Witness(shrunk(property, witness.steps()), List.of()) : witness);
    }

    private List<String> shrunk(Property property, List<String> steps) {
        return new Shrinker(actual, property.id()).shrink(steps).steps();
    }

    private Optional<Witness> drawn(Property property) {
        ModelFactory factory = promisingOnly(property);
        for (int seed = 0; seed < runs; seed++) {
            Playout playout = drawn(factory, seed);
            if (playout.result().broken().keySet().stream()
                    .anyMatch(broken -> broken.id().equals(property.id()))) {
                return Optional.of(new Witness(playout.steps(), List.of()));
            }
        }
        return Optional.empty();
    }

    private boolean isReachedByChance(Property property) {
        ModelFactory factory = promisingOnly(property);
        for (int seed = 0; !search().isExhaustive() && seed < runs; seed++) {
            Playout playout = drawn(factory, seed);
            if (playout.result().reached().stream()
                    .anyMatch(reached -> reached.id().equals(property.id()))) {
                return true;
            }
        }
        return false;
    }

    private static Playout drawn(ModelFactory factory, long seed) {
        return Playout.of(factory, DrawnStrategy.of(seed).scheduler(), MOST_STEPS);
    }

    private String seen() {
        return search().summary()
                + (search().isExhaustive() ? "" : ", and then " + runs + " drawn runs");
    }
}

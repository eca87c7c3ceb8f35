package org.exitrace.engine.explore;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;

/**
 * A search over all schedules of a model: every state that it can get into, once.
 *
 * <p>States are known by the fingerprint of their essential and ghost cells. Clock cells are no
 * part of a state: in each state that is looked at they stand as in the first.
 *
 * <pre>{@code
 * ExplorationResult result = new Exploration(model).within(Bounds.usual().states(1_000_000)).go();
 * }</pre>
 */
public final class Exploration {

    private final Model model;
    private SearchOrder order = SearchOrder.BREADTH_FIRST;
    private Bounds bounds = Bounds.usual();
    private boolean stopsAtFirstBroken;
    private boolean checked;
    private boolean wide;
    private Predicate<Property> looksAt = property -> true;
    private Consumer<Progress> progress = report -> { };
    private BooleanSupplier interrupted = () -> false;

    /** A breadth-first search of {@code model} within the usual bounds. */
    public Exploration(Model model) {
        this.model = model;
    }

    /** Looks behind the states in another order. */
    public Exploration order(SearchOrder wanted) {
        order = wanted;
        return this;
    }

    /** Goes no further than {@code limits}. */
    public Exploration within(Bounds limits) {
        bounds = limits;
        return this;
    }

    /**
     * Stops at the first state that breaks a property. Otherwise each broken property is noted
     * with its first schedule and the search goes on, behind the state that breaks it too.
     */
    public Exploration stopAtFirstBroken() {
        stopsAtFirstBroken = true;
        return this;
    }

    /** Proves at each call that guards and properties only read; several times slower. */
    public Exploration checked() {
        checked = true;
        return this;
    }

    /** Uses 128-bit fingerprints: a collision is out of question, for twice the memory. */
    public Exploration wideFingerprints() {
        wide = true;
        return this;
    }

    /**
     * Looks at these properties alone; nothing is told of the others. Without an {@code eventually}
     * no graph is kept, which saves memory and time.
     */
    public Exploration lookingAt(Predicate<Property> wanted) {
        looksAt = wanted;
        return this;
    }

    /** Does not look at properties: for counting and for measuring. */
    public Exploration withoutProperties() {
        return lookingAt(property -> false);
    }

    /** Tells {@code listener} how far it is, about every 65,536 new states. */
    public Exploration tell(Consumer<Progress> listener) {
        progress = listener;
        return this;
    }

    /** Asks now and then, at least every few hundred states, whether to stop. */
    public Exploration until(BooleanSupplier stop) {
        interrupted = stop;
        return this;
    }

    /** Searches, and tells what was found. The first state is loaded afterwards. */
    public ExplorationResult go() {
        SearchSettings settings = new SearchSettings(bounds, stopsAtFirstBroken, checked, wide,
                looksAt, progress, interrupted);
        Search search = switch (order) {
            case BREADTH_FIRST -> new BreadthFirst(model, settings);
            case DEPTH_FIRST -> new DepthFirst(model, settings);
        };
        search.go();
        return ExplorationResult.of(search, order);
    }
}

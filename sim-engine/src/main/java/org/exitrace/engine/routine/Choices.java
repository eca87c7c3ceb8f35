package org.exitrace.engine.routine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The steps of which one is taken at a label.
 *
 * @param <R> the region that the code speaks of
 */
public final class Choices<R> {

    private final List<Alternative<R>> alternatives = new ArrayList<>();

    Choices() {
    }

    /** Offers the step {@code name} whenever {@code guard} holds. */
    public Choices<R> when(String name, Predicate<? super R> guard, Consumer<? super R> effect) {
        return when(name, guard, effect, then -> { });
    }

    /** Offers the step {@code name} whenever {@code guard} holds, and goes on with {@code then}. */
    public Choices<R> when(
            String name, Predicate<? super R> guard, Consumer<? super R> effect,
            Consumer<Block<R>> then) {
        alternatives.add(new Alternative<>(name, guard, effect, Block.of(then), "", ""));
        return this;
    }

    /** Offers the step {@code name} in any case, and goes on with {@code then}. */
    public Choices<R> always(
            String name, Consumer<? super R> effect, Consumer<Block<R>> then) {
        return when(name, null, effect, then);
    }

    /** Key of the time for which the actor is busy after the alternative named last. */
    public Choices<R> costs(String key) {
        Alternative<R> last = alternatives.remove(alternatives.size() - 1);
        alternatives.add(new Alternative<>(
                last.name, last.guard, last.effect, last.then, key, last.delay));
        return this;
    }

    /** Key of the time from the last-named alternative's becoming enabled to its start. */
    public Choices<R> after(String key) {
        Alternative<R> last = alternatives.remove(alternatives.size() - 1);
        alternatives.add(new Alternative<>(
                last.name, last.guard, last.effect, last.then, last.cost, key));
        return this;
    }

    List<Alternative<R>> all() {
        return List.copyOf(alternatives);
    }

    record Alternative<R>(
            String name, Predicate<? super R> guard, Consumer<? super R> effect, Block<R> then,
            String cost, String delay) {
    }
}

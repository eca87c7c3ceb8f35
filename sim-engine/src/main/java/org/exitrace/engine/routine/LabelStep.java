package org.exitrace.engine.routine;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.exitrace.engine.step.Actor;

/** A step at a label: waits for its guard, does its effect, goes on. */
final class LabelStep<R> extends ProgramStep {

    private final ProgramCounter counter;
    private final R region;
    private final Predicate<? super R> guard;
    private final Consumer<? super R> effect;
    private final Jump next;
    private int place;

    LabelStep(
            Actor actor, String name, ProgramCounter counter, R region,
            Predicate<? super R> guard, Consumer<? super R> effect, Jump next) {
        super(actor, name);
        this.counter = counter;
        this.region = region;
        this.guard = guard;
        this.effect = effect;
        this.next = next;
    }

    @Override
    public boolean enabled() {
        return guard == null || guard.test(region);
    }

    @Override
    boolean isUnguarded() {
        return guard == null;
    }

    @Override
    public void fire() {
        if (effect != null) {
            effect.accept(region);
        }
        counter.go(place, next);
    }

    @Override
    void settle() {
        place = next.fixed();
    }
}

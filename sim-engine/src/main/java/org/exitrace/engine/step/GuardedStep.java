package org.exitrace.engine.step;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A step that is always on offer: taken whenever its guard holds.
 *
 * @param <R> the region that guard and effect speak of
 */
public final class GuardedStep<R> extends Step implements StepSource {

    private final R region;
    private final Predicate<? super R> guard;
    private final Consumer<? super R> effect;

    /** A step named {@code name}: when {@code guard} holds of {@code region}, {@code effect}. */
    public GuardedStep(
            Actor actor, String name, R region,
            Predicate<? super R> guard, Consumer<? super R> effect) {
        super(actor, name);
        this.region = region;
        this.guard = guard;
        this.effect = effect;
    }

    @Override
    public boolean enabled() {
        return guard.test(region);
    }

    @Override
    public void fire() {
        effect.accept(region);
    }

    @Override
    public List<Step> steps() {
        return List.of(this);
    }

    @Override
    public int offer(Step[] into, int count) {
        if (guard.test(region)) {
            into[count] = this;
            return count + 1;
        }
        return count;
    }

    @Override
    public boolean waits() {
        return false;
    }

    @Override
    public String waitsAt() {
        return "";
    }
}

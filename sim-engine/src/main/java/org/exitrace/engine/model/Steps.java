package org.exitrace.engine.model;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.exitrace.engine.step.Actor;
import org.exitrace.engine.step.GuardedStep;

/**
 * Step sentences of one actor over one region.
 *
 * @param <R> the region that guards and effects speak of
 */
public final class Steps<R> {

    private final ModelBuilder model;
    private final Actor actor;
    private final R region;

    Steps(ModelBuilder model, Actor actor, R region) {
        this.model = model;
        this.actor = actor;
        this.region = region;
    }

    /** Begins the sentence of a step. */
    public Sentence<R> step(String name) {
        return new Sentence<>(this, name);
    }

    void add(String name, Predicate<? super R> guard, Consumer<? super R> effect,
            String source, String cost, String delay) {
        GuardedStep<R> step = new GuardedStep<>(actor, name, region, guard, effect);
        step.annotate(source, cost, delay);
        model.add(step);
    }

    /**
     * One step while it is written; {@link #then} ends the sentence.
     *
     * @param <R> the region that guard and effect speak of
     */
    public static final class Sentence<R> {

        private final Steps<R> steps;
        private final String name;
        private Predicate<? super R> guard = region -> true;
        private String source = "";
        private String cost = "";
        private String delay = "";

        Sentence(Steps<R> steps, String name) {
            this.steps = steps;
            this.name = name;
        }

        /** When the step may be taken. */
        public Sentence<R> when(Predicate<? super R> condition) {
            guard = condition;
            return this;
        }

        /** Where the behaviour was read. */
        public Sentence<R> from(String readIn) {
            source = readIn;
            return this;
        }

        /** Key of the time for which the actor is busy afterwards. */
        public Sentence<R> costs(String key) {
            cost = key;
            return this;
        }

        /** Key of the time from becoming enabled to the earliest start. */
        public Sentence<R> after(String key) {
            delay = key;
            return this;
        }

        /** What the step does; declares it. */
        public Steps<R> then(Consumer<? super R> effect) {
            steps.add(name, guard, effect, source, cost, delay);
            return steps;
        }
    }
}

package org.exitrace.engine.run;

import org.exitrace.engine.model.Model;
import org.exitrace.engine.step.Step;

/**
 * Picks the next step among the enabled ones. All freedom of a model is here: chance, time,
 * replay and exhaustiveness are ways of choosing.
 */
public interface Scheduler {

    /** A run of {@code model} begins in its first state. */
    default void begins(Model model) {
    }

    /**
     * The step to take; {@code null} ends the run.
     *
     * @param enabled what can be taken now; never empty
     */
    Step next(Enabled enabled);

    /** {@code step} can be taken from now on. */
    default void becameEnabled(Step step) {
    }

    /** {@code step} cannot be taken any more. */
    default void becameDisabled(Step step) {
    }

    /** {@code step} was taken; told before what it enabled and disabled. */
    default void taken(Step step) {
    }

    /**
     * {@code step} was taken, and behind it its source offers {@code next} in its place; of what
     * others offer nothing changes. As if each of the three were told.
     */
    default void wentOn(Step step, Step next) {
        taken(step);
        becameDisabled(step);
        becameEnabled(next);
    }

    /** The run is over; its last state is loaded. */
    default void ended(RunResult result) {
    }

    /** Virtual time of the step that was picked last, in nanoseconds; 0 where time is unknown. */
    default long nowNs() {
        return 0;
    }
}

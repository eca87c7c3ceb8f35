package org.exitrace.engine.run;

import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.step.Step;

/** Told of what happens in a run. */
public interface RunObserver {

    /** A run of {@code model} begins; its first state is loaded. */
    default void begins(Model model) {
    }

    /**
     * The state behind step {@code number} is the first in which {@code step} can be taken, or the
     * first again; 0 is the first state. Told before {@link #stepped} is told that number.
     */
    default void becameEnabled(Step step, long number) {
    }

    /** In the state behind step {@code number}, {@code step} cannot be taken any more. */
    default void becameDisabled(Step step, long number) {
    }

    /**
     * A step was taken; the state behind it is loaded.
     *
     * @param step what was taken
     * @param number its place in the run, from 1
     * @param atNs virtual time at which it was taken, in nanoseconds; 0 in untimed runs
     */
    default void stepped(Step step, long number, long atNs) {
    }

    /** The state behind step {@code number} is the run's first that breaks {@code property}. */
    default void broken(Property property, long number) {
    }

    /** The run is over. */
    default void ended(RunResult result) {
    }
}

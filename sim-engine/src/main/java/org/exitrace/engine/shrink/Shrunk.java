package org.exitrace.engine.shrink;

import java.util.List;

/**
 * What a shrinker came to.
 *
 * @param steps full names of the steps, in order; the last one breaks the property
 * @param attempts how many runs that took
 * @param minimal whether no single step can be left out; false only if it was interrupted
 */
public record Shrunk(List<String> steps, long attempts, boolean minimal) {

    /** Keeps a copy. */
    public Shrunk {
        steps = List.copyOf(steps);
    }

    /** How often another actor goes on than the one before. */
    public int switches() {
        return ActorRuns.switches(steps);
    }
}

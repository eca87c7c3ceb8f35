package org.exitrace.engine.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * A schedule that shows something: the full names of the steps to take from the first state.
 *
 * @param steps what leads there; shortest where the search was breadth-first and no cycle follows
 * @param cycle what is then repeated for ever; empty unless a promise is never kept
 */
public record Witness(List<String> steps, List<String> cycle) {

    /** Copies both lists. */
    public Witness {
        steps = List.copyOf(steps);
        cycle = List.copyOf(cycle);
    }

    static Witness of(List<String> steps) {
        return new Witness(steps, List.of());
    }

    /** The steps and the cycle once, for replay. */
    public List<String> once() {
        List<String> all = new ArrayList<>(steps);
        all.addAll(cycle);
        return all;
    }
}

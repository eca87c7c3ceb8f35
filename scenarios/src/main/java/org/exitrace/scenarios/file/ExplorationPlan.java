package org.exitrace.scenarios.file;

import org.exitrace.engine.explore.Bounds;
import org.exitrace.engine.explore.SearchOrder;

/**
 * How far all interleavings of a design are searched.
 *
 * @param order which states are looked behind first
 * @param mostStates how many distinct states are found at most
 * @param mostDepth how many steps a schedule has at most
 */
public record ExplorationPlan(SearchOrder order, long mostStates, int mostDepth) {

    /** Breadth-first, as far as the memory allows. */
    public static final ExplorationPlan USUAL = new ExplorationPlan(
            SearchOrder.BREADTH_FIRST, Integer.MAX_VALUE, Integer.MAX_VALUE - 1);

    /** The bounds as the explorer takes them, which counts the first state as a level. */
    public Bounds bounds() {
        return Bounds.usual().states(mostStates).depth(mostDepth + 1);
    }
}

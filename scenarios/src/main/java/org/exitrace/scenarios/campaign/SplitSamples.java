package org.exitrace.scenarios.campaign;

import java.util.List;

/**
 * How likely it is that timed runs break a property, by runs that branch off where they come near.
 *
 * @param property its id
 * @param states how many states the machine has
 * @param farthest how many steps a run's beginning is from a state that breaks it, at least; -1 if
 *     no way leads to one
 * @param levels at which runs branch off, and how many came so far
 * @param clones how many runs each repetition makes at each level
 * @param estimates of the probability, one by each repetition; none where nothing can be told
 * @param nearest how near runs came that were made first to choose the levels; 0 broke it
 * @param interrupted whether somebody stopped it
 */
public record SplitSamples(String property, int states, int farthest, List<Level> levels,
        int clones, double[] estimates, int nearest, boolean interrupted) {

    /** Whether no schedule at all breaks the property. */
    public boolean isImpossible() {
        return farthest < 0;
    }

    /**
     * One level.
     *
     * @param steps how many steps it is from a state that breaks the property, at least
     * @param tried runs that began at the level before, in all repetitions
     * @param reached how many of them came here
     */
    public record Level(int steps, long tried, long reached) {
    }
}

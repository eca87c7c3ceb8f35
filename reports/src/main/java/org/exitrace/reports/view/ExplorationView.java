package org.exitrace.reports.view;

import java.util.List;
import java.util.Optional;

/**
 * What a search showed.
 *
 * @param heading what was searched, and how to search again
 * @param strategy how it was searched, such as {@code breadth first}
 * @param stoppedBy the bound that stopped the search; empty if it was exhaustive
 * @param counts how much was seen
 * @param bounds the limits that were set, each in words
 * @param fingerprintBits width of the fingerprints by which states were told apart
 * @param collisionBound upper bound of the probability that two states were taken for one
 * @param findings each property with its verdict and, where it has one, its schedule
 */
public record ExplorationView(
        RunHeading heading, String strategy, String stoppedBy, Counts counts, List<String> bounds,
        int fingerprintBits, double collisionBound, List<Finding> findings) {

    /** Whether all states were seen. */
    public boolean exhaustive() {
        return stoppedBy.isEmpty();
    }

    /**
     * How much was seen.
     *
     * @param states distinct states
     * @param transitions steps taken, also those that led to a known state
     * @param depth most steps from the first state on a shortest way
     * @param ends states in which nobody can take a step
     */
    public record Counts(long states, long transitions, int depth, long ends) {
    }

    /**
     * One property's verdict.
     *
     * @param property the property
     * @param schedule a run that shows it: the shortest when searched breadth first
     */
    public record Finding(PropertyView property, Optional<RunView> schedule) {
    }
}

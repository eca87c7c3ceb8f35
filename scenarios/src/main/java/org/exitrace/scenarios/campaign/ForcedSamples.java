package org.exitrace.scenarios.campaign;

import java.util.Map;

/**
 * What timed runs showed of which some had one time forced.
 *
 * @param runs how many runs were made
 * @param draws among how many times of a run the forced one was chosen
 * @param shown by property id, what the runs that broke it count
 */
public record ForcedSamples(long runs, int draws, Map<String, Weighed> shown) {

    /**
     * Runs that broke a property.
     *
     * @param broken how many
     * @param sum of their weights
     * @param squares sum of the squares of their weights
     * @param greatest of their weights
     */
    public record Weighed(long broken, double sum, double squares, double greatest) {

        /** No run broke it. */
        public static final Weighed NONE = new Weighed(0, 0, 0, 0);

        /** These and others behind them. */
        Weighed and(Weighed next) {
            return new Weighed(broken + next.broken, sum + next.sum, squares + next.squares,
                    Math.max(greatest, next.greatest));
        }
    }
}

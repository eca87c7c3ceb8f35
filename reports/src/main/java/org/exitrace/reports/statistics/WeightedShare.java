package org.exitrace.reports.statistics;

/**
 * A probability from runs of which each counts by its likelihood, with a 95 % interval.
 *
 * <p>The interval is Wilson's for as many plain runs as would know the probability as well: their
 * number is that at which a share of this size has the variance that the weights show (as surveys
 * do: Korn and Graubard, Survey Methodology 24, 1998). Where no run showed it, the upper end is
 * Wilson's for how often such runs show it, times the most that one of them can count.
 *
 * @param shown how many runs showed it
 * @param runs how many were made
 * @param interval the probability with its ends
 */
public record WeightedShare(long shown, long runs, Interval interval) {

    /**
     * Of runs, at least one.
     *
     * @param shown how many showed it
     * @param sum of the weights of these
     * @param squares sum of the squares of their weights
     * @param runs how many were made
     * @param most that a run can count, at least 1
     */
    public static WeightedShare of(
            long shown, double sum, double squares, long runs, double most) {
        if (shown == 0) {
            double high = Math.min(1, most * WilsonInterval.of(0, runs).high());
            return new WeightedShare(0, runs, new Interval(0, 0, high));
        }
        double share = Math.min(1, sum / runs);
        double variance = (squares / runs - sum / runs * (sum / runs)) / runs;
        double likePlain = variance <= 0 || share == 1
                ? runs : share * (1 - share) / variance;
        return new WeightedShare(shown, runs, WilsonInterval.score(share, likePlain));
    }

    /** Whether it is only known that it is not likelier than the interval's upper end. */
    public boolean isBound() {
        return shown == 0;
    }
}

package org.exitrace.reports.statistics;

/**
 * A probability from runs of which each counts by its likelihood, with a 95 % interval.
 *
 * <p>Where enough runs stand behind it, the interval is Wilson's for as many plain runs as would
 * know the probability as well: their number is that at which a share of this size has the variance
 * that the weights show (as surveys do: Korn and Graubard, Survey Methodology 24, 1998).
 *
 * <p>Where few do, the variance seen says nothing of the heavy weights that were not seen, and only
 * an upper end is told: Wilson's for as many runs as would have made the same sum if each counted
 * the most that a run can, times that most. Nothing between zero and the most spreads wider than
 * what is always one or the other, whatever the weights are.
 *
 * @param shown how many runs showed it
 * @param runs how many were made
 * @param interval the probability with its ends
 * @param isBound whether it is only known that it is not likelier than the interval's upper end
 */
public record WeightedShare(long shown, long runs, Interval interval, boolean isBound) {

    /** So many runs of equal weight have to stand behind an interval with two ends. */
    public static final int ENOUGH = 30;

    private static final double GREATEST_PART = 0.1;

    /**
     * The weights of the runs that showed it.
     *
     * @param shown how many they are
     * @param sum of their weights
     * @param squares sum of the squares of their weights
     * @param greatest of their weights
     */
    public record Weights(long shown, double sum, double squares, double greatest) {

        /** As many runs of equal weight would know it as well (Kish's effective sample size). */
        public double effective() {
            return squares == 0 ? 0 : sum * (sum / squares);
        }

        private boolean areEnough() {
            return effective() >= ENOUGH * (1 - 1e-9) && greatest <= GREATEST_PART * sum;
        }
    }

    /**
     * Of runs, at least one.
     *
     * @param weights of those that showed it
     * @param runs how many were made
     * @param most that a run can count, at least 1
     */
    public static WeightedShare of(Weights weights, long runs, double most) {
        double plain = weights.sum() / runs;
        double share = Math.min(1, plain);
        if (!weights.areEnough()) {
            double high = most * WilsonInterval.score(Math.min(1, plain / most), runs).high();
            return new WeightedShare(weights.shown(), runs,
                    new Interval(share, 0, Math.min(1, high)), true);
        }
        double variance = (weights.squares() / runs - plain * plain) / runs;
        double likePlain = variance <= 0 || share == 1
                ? runs : share * (1 - share) / variance;
        return new WeightedShare(weights.shown(), runs, WilsonInterval.score(share, likePlain),
                false);
    }
}

package org.exitrace.reports.statistics;

/**
 * The difference of two probabilities, second less first, by Newcombe's score intervals
 * (Statistics in Medicine 17, 1998: pages 873 and 2635): Wilson's of each, put together by their
 * correlation.
 *
 * @param onlyFirst in how many pairs it happened in the first alone
 * @param onlySecond in how many pairs it happened in the second alone
 * @param paired the difference of pairs that met the same chance (method 10)
 * @param plain the same as if they had nothing in common
 * @param variance of the difference of one pair
 */
public record ShareDifference(
        long onlyFirst, long onlySecond, Interval paired, Interval plain, double variance) {

    /**
     * Of pairs, at least one.
     *
     * @param both in how many it happened in both
     * @param onlyFirst in how many in the first alone
     * @param onlySecond in how many in the second alone
     * @param neither in how many in none
     */
    public static ShareDifference of(long both, long onlyFirst, long onlySecond, long neither) {
        long pairs = both + onlyFirst + onlySecond + neither;
        Interval first = WilsonInterval.of(both + onlyFirst, pairs).interval();
        Interval second = WilsonInterval.of(both + onlySecond, pairs).interval();
        double share = (onlyFirst + onlySecond) / (double) pairs;
        double value = (onlySecond - onlyFirst) / (double) pairs;
        return new ShareDifference(onlyFirst, onlySecond,
                interval(first, second, correlation(both, onlyFirst, onlySecond, neither)),
                interval(first, second, 0), share - value * value);
    }

    /**
     * The difference of two shares that have nothing in common, each with its interval, whose ends
     * are put together (method 10 of the second paper; MOVER).
     */
    public static Interval unpaired(Interval first, Interval second) {
        return interval(first, second, 0);
    }

    /** How many pairs it takes until half of the difference's interval is {@code half}. */
    public long pairsFor(double half) {
        return Means.needed(variance, half);
    }

    private static double correlation(
            long both, long onlyFirst, long onlySecond, long neither) {
        double margins = Math.sqrt((double) (both + onlyFirst) * (onlySecond + neither))
                * Math.sqrt((double) (both + onlySecond) * (onlyFirst + neither));
        double cross = (double) both * neither - (double) onlyFirst * onlySecond;
        double pairs = both + onlyFirst + onlySecond + neither;
        double corrected = cross > 0 ? Math.max(0, cross - pairs / 2) : cross;
        return margins == 0 ? 0 : corrected / margins;
    }

    private static Interval interval(
            Interval first, Interval second, double correlation) {
        double value = second.value() - first.value();
        double below = spread(second.value() - second.low(), first.high() - first.value(),
                correlation);
        double above = spread(second.high() - second.value(), first.value() - first.low(),
                correlation);
        return new Interval(value, Math.max(-1, value - below), Math.min(1, value + above));
    }

    private static double spread(double one, double other, double correlation) {
        return Math.sqrt(Math.max(0,
                one * one - 2 * correlation * one * other + other * other));
    }
}

package org.exitrace.reports.statistics;

import java.util.OptionalLong;

/**
 * The difference of two probabilities, second less first, by Newcombe's score intervals
 * (Statistics in Medicine 17, 1998: pages 873 and 2635): Wilson's of each, put together by their
 * correlation.
 *
 * <p>Of pairs, at least one.
 *
 * @param both in how many it happened in both
 * @param onlyFirst in how many it happened in the first alone
 * @param onlySecond in how many it happened in the second alone
 * @param neither in how many it happened in none
 */
public record ShareDifference(long both, long onlyFirst, long onlySecond, long neither) {

    private static final long MOST_PAIRS = 1L << 52;

    /** The difference of pairs that met the same chance (method 10). */
    public Interval paired() {
        return at(pairs(), true);
    }

    /** The same as if the two had nothing in common. */
    public Interval plain() {
        return at(pairs(), false);
    }

    /**
     * The difference of two shares that have nothing in common, each with its interval, whose ends
     * are put together (method 10 of the second paper; MOVER).
     */
    public static Interval unpaired(Interval first, Interval second) {
        return interval(first, second, 0);
    }

    /**
     * How many pairs it takes until half of {@link #paired} is {@code half} at most, if it goes on
     * happening as often as in these; empty where more than 2^52 are too few.
     */
    public OptionalLong pairsFor(double half) {
        return needed(half, true);
    }

    /** How many runs of each it takes until half of {@link #plain} is {@code half} at most. */
    public OptionalLong plainRunsFor(double half) {
        return needed(half, false);
    }

    private OptionalLong needed(double half, boolean correlated) {
        long few = 0;
        long enough = 1;
        while (at(enough, correlated).half() > half) {
            if (enough == MOST_PAIRS) {
                return OptionalLong.empty();
            }
            few = enough;
            enough *= 2;
        }
        while (enough - few > 1) {
            long middle = few + (enough - few) / 2;
            if (at(middle, correlated).half() > half) {
                few = middle;
            } else {
                enough = middle;
            }
        }
        return OptionalLong.of(enough);
    }

    private long pairs() {
        return both + onlyFirst + onlySecond + neither;
    }

    /** Had it happened as often in so many pairs. */
    private Interval at(long pairs, boolean correlated) {
        Interval first = WilsonInterval.score((both + onlyFirst) / (double) pairs(), pairs);
        Interval second = WilsonInterval.score((both + onlySecond) / (double) pairs(), pairs);
        return interval(first, second, correlated ? correlation(pairs) : 0);
    }

    private double correlation(double pairs) {
        double margins = Math.sqrt((double) (both + onlyFirst) * (onlySecond + neither))
                * Math.sqrt((double) (both + onlySecond) * (onlyFirst + neither));
        double cross = (double) both * neither - (double) onlyFirst * onlySecond;
        double continuity = pairs() * (pairs() / pairs) / 2;
        double corrected = cross > 0 ? Math.max(0, cross - continuity) : cross;
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

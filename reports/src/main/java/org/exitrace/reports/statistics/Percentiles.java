package org.exitrace.reports.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Percentiles of a sample with 95 % confidence intervals, both by order statistics alone: nothing
 * is assumed of the distribution.
 *
 * <p>The number of samples below the true percentile is binomial; the interval takes, on each
 * side, the innermost order statistic whose tail is at most 2.5 %. Where the sample is too small
 * to bound a side, that side is open.
 */
public final class Percentiles {

    /** Ten thousandths in a whole: the unit of a rank. */
    public static final int WHOLE = 10_000;

    /** The ranks that reports show. */
    public static final List<Integer> USUAL = List.of(500, 2500, 5000, 7500, 9000, 9900, 9990);

    private static final double TAIL = 0.025;

    private final long[] sorted;

    /** Of {@code samples}, in any order; at least one. */
    public Percentiles(long[] samples) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("no percentile of an empty sample; draw one run");
        }
        sorted = samples.clone();
        Arrays.sort(sorted);
    }

    /** How many samples there are. */
    public int count() {
        return sorted.length;
    }

    /** The least sample. */
    public long least() {
        return sorted[0];
    }

    /** The greatest sample. */
    public long most() {
        return sorted[sorted.length - 1];
    }

    /**
     * The percentile of rank {@code tenThousandths}: the least sample that at least that part of
     * the sample does not exceed.
     *
     * @param tenThousandths 1 to 9999; 9990 is the 99.9th percentile
     */
    public Percentile at(int tenThousandths) {
        int position = position(tenThousandths);
        BinomialDistribution below = new BinomialDistribution(
                null, sorted.length, tenThousandths / (double) WHOLE);
        int low = lowPosition(below, position);
        int high = highPosition(below, position);
        return new Percentile(tenThousandths, sorted[position - 1],
                low == 0 ? Percentile.OPEN : sorted[low - 1],
                high > sorted.length ? Percentile.OPEN : sorted[high - 1]);
    }

    /** The estimate of {@link #at} alone. */
    public long value(int tenThousandths) {
        return sorted[position(tenThousandths) - 1];
    }

    private int position(int tenThousandths) {
        if (tenThousandths < 1 || tenThousandths >= WHOLE) {
            throw new IllegalArgumentException("a percentile lies between 1 and 9999 ten"
                    + " thousandths, not at " + tenThousandths);
        }
        return (int) (((long) sorted.length * tenThousandths + WHOLE - 1) / WHOLE);
    }

    /** The greatest position from 1 whose sample exceeds the percentile in at most a tail. */
    private static int lowPosition(BinomialDistribution below, int from) {
        int position = from;
        while (position > 0 && below.cumulativeProbability(position - 1) > TAIL) {
            position--;
        }
        return position;
    }

    /** The least position whose sample lies below the percentile in at most a tail. */
    private int highPosition(BinomialDistribution below, int from) {
        int position = from;
        while (position <= sorted.length
                && 1 - below.cumulativeProbability(position - 1) > TAIL) {
            position++;
        }
        return position;
    }

    /**
     * One percentile with its interval.
     *
     * @param tenThousandths its rank
     * @param value the estimate
     * @param low lower end of the 95 % interval, or {@link #OPEN}
     * @param high upper end of the 95 % interval, or {@link #OPEN}
     */
    public record Percentile(int tenThousandths, long value, long low, long high) {

        /** An end that the sample is too small to bound. */
        public static final long OPEN = Long.MIN_VALUE;

        /** The interval's lower end as a person reads it. */
        public String lowShown() {
            return shown(low);
        }

        /** The interval's upper end as a person reads it. */
        public String highShown() {
            return shown(high);
        }

        private static String shown(long end) {
            return end == OPEN ? "open" : Durations.grouped(end);
        }

        /** The rank as a person reads it, such as {@code p99.9}. */
        public String name() {
            int whole = tenThousandths / 100;
            int rest = tenThousandths % 100;
            if (rest == 0) {
                return "p" + whole;
            }
            return "p" + whole + "." + (rest % 10 == 0 ? rest / 10 + "" : (rest < 10 ? "0" : "")
                    + rest);
        }
    }
}

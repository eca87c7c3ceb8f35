package org.exitrace.reports.statistics;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * How much longer the second of two designs takes than the first, where run by run both met the
 * same chance, and what one would know if they had not.
 *
 * @param pairs how many
 * @param mean of the differences, second less first, by Student's t
 * @param median of the differences, by order statistics; its ends may be
 *     {@link Percentiles.Percentile#OPEN}
 * @param plain the same mean by Welch's interval of two samples that have nothing in common
 * @param correlation of the two, -1 to 1; 0 where one of them does not vary
 * @param variance of the differences
 * @param plainVariance what their variance would be without anything in common
 */
public record PairedDifference(int pairs, Interval mean, Percentiles.Percentile median,
        Interval plain, double correlation, double variance, double plainVariance) {

    private static final int MEDIAN = Percentiles.WHOLE / 2;
    private static final double UPPER = (1 + Interval.LEVEL) / 2;

    /** Of {@code second} less {@code first}, pair by pair; at least two pairs. */
    public static PairedDifference of(long[] first, long[] second) {
        if (first.length != second.length || first.length < 2) {
            throw new IllegalArgumentException("pairs, at least two, not " + first.length
                    + " and " + second.length + " samples");
        }
        long[] differences = new long[first.length];
        double[] all = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            differences[i] = second[i] - first[i];
            all[i] = differences[i];
        }
        double firstVariance = variance(first);
        double secondVariance = variance(second);
        Interval mean = Means.of(all);
        double variance = Means.variance(all, mean.value());
        double both = Math.sqrt(firstVariance * secondVariance);
        double correlation = both == 0 ? 0
                : (firstVariance + secondVariance - variance) / 2 / both;
        return new PairedDifference(first.length, mean, new Percentiles(differences).at(MEDIAN),
                unpaired(first, second), Math.max(-1, Math.min(1, correlation)), variance,
                firstVariance + secondVariance);
    }

    /** The mean of {@code second} less that of {@code first}, by Welch's interval. */
    public static Interval unpaired(long[] first, long[] second) {
        double ofFirst = variance(first) / first.length;
        double ofSecond = variance(second) / second.length;
        double value = Means.mean(doubles(second)) - Means.mean(doubles(first));
        if (ofFirst + ofSecond == 0) {
            return new Interval(value, value, value);
        }
        double freedom = (ofFirst + ofSecond) * (ofFirst + ofSecond)
                / (ofFirst * ofFirst / (first.length - 1)
                        + ofSecond * ofSecond / (second.length - 1));
        double half = Math.sqrt(ofFirst + ofSecond)
                * new TDistribution(freedom).inverseCumulativeProbability(UPPER);
        return new Interval(value, value - half, value + half);
    }

    /** How many pairs it takes until half of the interval of the mean is {@code half}. */
    public long pairsFor(double half) {
        return Means.needed(variance, half);
    }

    /** How many runs of each it would take if they had nothing in common. */
    public long plainRunsFor(double half) {
        return Means.needed(plainVariance, half);
    }

    private static double variance(long[] samples) {
        double[] all = doubles(samples);
        return Means.variance(all, Means.mean(all));
    }

    private static double[] doubles(long[] samples) {
        double[] all = new double[samples.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = samples[i];
        }
        return all;
    }
}

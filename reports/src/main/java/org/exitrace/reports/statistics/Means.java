package org.exitrace.reports.statistics;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Means of samples with 95 % intervals by Student's t, which takes the mean of many samples for
 * normal; where a few samples dominate, look at the percentiles instead.
 */
public final class Means {

    private static final double UPPER = (1 + Interval.LEVEL) / 2;

    private Means() {
    }

    /** The mean of {@code samples}, at least two. */
    public static Interval of(double[] samples) {
        double mean = mean(samples);
        double half = Math.sqrt(variance(samples, mean) / samples.length)
                * new TDistribution(samples.length - 1.0)
                        .inverseCumulativeProbability(UPPER);
        return new Interval(mean, mean - half, mean + half);
    }

    /** The arithmetic mean; at least one. */
    public static double mean(double[] samples) {
        double sum = 0;
        for (double sample : samples) {
            sum += sample;
        }
        return sum / samples.length;
    }

    /** The unbiased estimate of the variance about {@code mean}; at least two. */
    public static double variance(double[] samples, double mean) {
        double sum = 0;
        for (double sample : samples) {
            sum += (sample - mean) * (sample - mean);
        }
        return sum / (samples.length - 1);
    }

    /**
     * How many samples of that variance it takes until half of the 95 % interval of their mean is
     * at most {@code half}; two at least, since one has no variance.
     */
    public static long needed(double variance, double half) {
        double samples = Math.ceil(variance * (Interval.Z / half) * (Interval.Z / half));
        return Math.max(2, samples >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) samples);
    }
}

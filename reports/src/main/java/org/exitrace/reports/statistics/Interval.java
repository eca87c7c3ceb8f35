package org.exitrace.reports.statistics;

/**
 * An estimate with its 95 % interval.
 *
 * @param value the estimate
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record Interval(double value, double low, double high) {

    /** The level of every interval of this package. */
    public static final double LEVEL = 0.95;

    /** The standard normal quantile of 97.5 %. */
    static final double Z = 1.959963984540054;

    /** Half of the interval's length. */
    public double half() {
        return (high - low) / 2;
    }
}

package org.exitrace.reports.view;

import java.util.List;

/**
 * Lines over a horizontal axis.
 *
 * @param name what is shown
 * @param across what the horizontal axis is
 * @param up what the vertical axis is
 * @param lines at least one, each with at least one point
 */
public record Plot(String name, Axis across, Axis up, List<Line> lines) {

    /**
     * One direction.
     *
     * @param name what runs along it
     * @param unit how its numbers are written
     * @param logarithmic whether equal lengths are equal factors; all numbers are positive then
     */
    public record Axis(String name, Unit unit, boolean logarithmic) {
    }

    /** How numbers of an axis are written. */
    public enum Unit {
        /** Nanoseconds, as durations. */
        NS,
        /** 0 to 1, as per cent. */
        SHARE,
        /** Many times over, as a factor. */
        TIMES
    }

    /**
     * One line, its points from left to right.
     *
     * @param name as the legend has it
     * @param points at least one
     */
    public record Line(String name, List<Point> points) {
    }

    /**
     * One point with its interval, which may be empty.
     *
     * @param x where
     * @param y the estimate
     * @param low lower end of the interval
     * @param high upper end of the interval
     */
    public record Point(double x, double y, double low, double high) {

        /** One without an interval. */
        public static Point of(double x, double y) {
            return new Point(x, y, y, y);
        }
    }
}

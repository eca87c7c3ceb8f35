package org.exitrace.reports.statistics;

import java.util.Locale;

/** Shares and probabilities as people read them. */
public final class Shares {

    /** What is less is written with an exponent, in per cent. */
    private static final double LEAST_WRITTEN = 9e-6;

    private Shares() {
    }

    /** {@code share} in per cent, with more digits where it is small: {@code 0.0031 %},
     * {@code 2.4e-7 %}. */
    public static String percent(double share) {
        double percent = 100 * share;
        if (percent == 0 || percent >= 100) {
            return percent == 0 ? "0 %" : "100 %";
        }
        double rest = Math.min(percent, 100 - percent);
        if (percent < LEAST_WRITTEN) {
            return small(percent) + " %";
        }
        int decimals = rest >= 1 ? 1 : rest >= 0.1 ? 2 : rest >= 0.001 ? 4 : 7;
        return String.format(Locale.ROOT, "%." + decimals + "f %%", percent);
    }

    /** A difference of shares in points of a hundred: {@code -0.31}, {@code 2.4e-7}. */
    public static String points(double less) {
        double points = 100 * less;
        return points == 0 || Math.abs(points) >= 0.01
                ? String.format(Locale.ROOT, "%.2f", points == 0 ? 0.0 : points) : small(points);
    }

    private static String small(double value) {
        return String.format(Locale.ROOT, "%.1e", value).replaceFirst("e-0*", "e-");
    }
}

package org.exitrace.reports.statistics;

import java.util.Locale;

/** Shares and probabilities as people read them. */
public final class Shares {

    private Shares() {
    }

    /** {@code share} in per cent, with more digits where it is small: {@code 0.0031 %}. */
    public static String percent(double share) {
        double percent = 100 * share;
        if (percent == 0 || percent >= 100) {
            return percent == 0 ? "0 %" : "100 %";
        }
        double rest = Math.min(percent, 100 - percent);
        int decimals = rest >= 1 ? 1 : rest >= 0.1 ? 2 : rest >= 0.001 ? 4 : 7;
        return String.format(Locale.ROOT, "%." + decimals + "f %%", percent);
    }
}

package org.exitrace.scenarios.profile;

import org.exitrace.engine.time.Quantile;

/**
 * Quantiles of the standard normal distribution: the series of Marsaglia (Evaluating the Normal
 * Distribution, Journal of Statistical Software 11/4, 2004), turned round by halving.
 *
 * <p>{@code StrictMath} and plain arithmetic give the same bits on every JVM.
 */
final class NormalTable {

    /** Beyond this many deviations there is less than one part in a thousand million. */
    private static final double FAR = 6.0;
    private static final int HALVINGS = 54;
    private static final double ROOT_OF_TWO_PI = StrictMath.sqrt(2 * StrictMath.PI);

    private NormalTable() {
    }

    /**
     * So many deviations from the mean lies the quantile at {@code perMillion}.
     *
     * @param perMillion more than 0 and less than a million
     */
    static double deviations(double perMillion) {
        double upper = StrictMath.max(perMillion, Quantile.ALL - perMillion) / Quantile.ALL;
        double low = 0;
        double high = FAR;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            boolean isBelow = partBelow(middle) < upper;
            low = isBelow ? middle : low;
            high = isBelow ? high : middle;
        }
        return perMillion * 2 < Quantile.ALL ? -low : low;
    }

    private static double partBelow(double deviations) {
        double term = deviations;
        double sum = deviations;
        double before = -1;
        for (int i = 3; sum != before; i += 2) {
            before = sum;
            term *= deviations * deviations / i;
            sum += term;
        }
        return 0.5 + sum * StrictMath.exp(-deviations * deviations / 2) / ROOT_OF_TWO_PI;
    }
}

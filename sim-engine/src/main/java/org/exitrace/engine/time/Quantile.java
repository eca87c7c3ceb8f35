package org.exitrace.engine.time;

import java.math.BigDecimal;

/**
 * One point of a measured distribution: this part of the samples was at most so long.
 *
 * @param perMillion the part, 0 (the least sample) to 1,000,000 (the largest)
 * @param ns the length, in nanoseconds
 */
public record Quantile(int perMillion, long ns) {

    /** A million of a million: all samples. */
    public static final int ALL = 1_000_000;

    private static final int PER_CENT_DIGITS = 4;

    /** Refuses a part that is none. */
    public Quantile {
        if (perMillion < 0 || perMillion > ALL) {
            throw new IllegalArgumentException(
                    "a quantile lies at 0 to " + ALL + " per million, not at " + perMillion);
        }
    }

    /** As profiles write it, in per cent. */
    @Override
    public String toString() {
        return ns + " ns at " + BigDecimal.valueOf(perMillion, PER_CENT_DIGITS)
                .stripTrailingZeros().toPlainString() + " %";
    }
}

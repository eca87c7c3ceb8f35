package org.exitrace.engine.time;

import org.exitrace.engine.random.RandomStream;

/**
 * Exponential waiting times without a logarithm: von Neumann's comparison of uniform numbers
 * (Various techniques used in connection with random digits, 1951), which is exact.
 *
 * <p>A round draws uniform numbers while they fall; if the run of falling numbers has odd length,
 * the result is the number of earlier rounds plus the first number of this one.
 */
final class ExponentialDuration extends Duration {

    private static final long FRACTION_BITS = 63;

    private final long meanNs;

    ExponentialDuration(long meanNs) {
        this.meanNs = meanNs;
    }

    @Override
    public long sample(RandomStream stream) {
        RandomStream own = stream.split();
        long rounds = 0;
        while (true) {
            long first = own.nextLong() >>> 1;
            long last = first;
            long next = own.nextLong() >>> 1;
            boolean odd = true;
            while (next < last) {
                last = next;
                next = own.nextLong() >>> 1;
                odd = !odd;
            }
            if (odd) {
                return rounds * meanNs + part(first);
            }
            rounds++;
        }
    }

    /** By the logarithm of {@code StrictMath}, which is the same on every JVM. */
    @Override
    public long at(long place) {
        double above = (Long.MAX_VALUE - place + 0.5) * 0x1p-63;
        return (long) (-StrictMath.log(above) * meanNs);
    }

    /** The mean times {@code fraction / 2^63}. */
    private long part(long fraction) {
        return Math.multiplyHigh(meanNs, fraction) << 64 - FRACTION_BITS
                | meanNs * fraction >>> FRACTION_BITS;
    }

    @Override
    public String toString() {
        return "exponential of mean " + meanNs + " ns";
    }
}

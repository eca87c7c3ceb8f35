package org.exitrace.benchmarks;

import java.util.SplittableRandom;

/** How far ahead in time, in nanoseconds, what is due is put off; the same for each list. */
enum HoldGaps {
    EXPONENTIAL {
        @Override
        long drawn(SplittableRandom chance) {
            return (long) (-Math.log(1 - chance.nextDouble()) * MEAN_NS);
        }
    },
    ALL_EQUAL {
        @Override
        long drawn(SplittableRandom chance) {
            return MEAN_NS;
        }
    },
    /** Nine in ten are near. */
    TWO_HEAPS {
        @Override
        long drawn(SplittableRandom chance) {
            long farNs = chance.nextInt(10) == 0 ? 1_000L * MEAN_NS : 0;
            return farNs + chance.nextLong(MEAN_NS);
        }
    },
    /** Some are a million times as far ahead as most: the mean is not finite. */
    PARETO {
        @Override
        long drawn(SplittableRandom chance) {
            return (long) (MEAN_NS / (1 - chance.nextDouble()));
        }
    };

    private static final int MEAN_NS = 1_000_000;
    private static final int GAPS = 1 << 13;

    abstract long drawn(SplittableRandom chance);

    /** So many first times. */
    long[] starts(int pending) {
        return drawn(pending, 1);
    }

    /** Gaps to go round in: few enough to stay near the processor, a power of two. */
    long[] gaps() {
        return drawn(GAPS, 2);
    }

    private long[] drawn(int count, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        long[] drawn = new long[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = drawn(chance);
        }
        return drawn;
    }
}

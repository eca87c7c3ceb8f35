package org.exitrace.engine.random;

/**
 * A stream of pseudo-random numbers: SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom
 * Number Generators, OOPSLA 2014), written out here so that a seed means the same for ever.
 *
 * <p>Named streams are derived from one seed, so that a new consumer does not shift the others.
 */
public final class RandomStream {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    /** The stream of {@code seed} that belongs to a name that {@link StreamName} mixed. */
    static RandomStream of(long seed, long mixedName) {
        return new RandomStream(mix(seed + GOLDEN_GAMMA) ^ mixedName);
    }

    /** The stream of {@code seed} that belongs to {@code name}. */
    public static RandomStream named(long seed, String name) {
        return StreamName.of(name).stream(seed);
    }

    /** The seed of the {@code index}-th run of a campaign that was given {@code seed}. */
    public static long seedOfRun(long seed, long index) {
        return index == 0 ? seed : mix(seed + index * GOLDEN_GAMMA);
    }

    /** Sixty-four random bits. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A number from 0 to {@code bound - 1}, each equally likely. */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("a bound is positive, not " + bound);
        }
        long range = bound;
        long product = (nextLong() >>> 32) * range;
        long leftover = product & 0xFFFFFFFFL;
        if (leftover < range) {
            long refused = (1L << 32) % range;
            while (leftover < refused) {
                product = (nextLong() >>> 32) * range;
                leftover = product & 0xFFFFFFFFL;
            }
        }
        return (int) (product >>> 32);
    }

    /**
     * A number from 0 to {@code bound - 1}, from exactly one number of the stream; the bias is less
     * than {@code bound / 2^63}.
     *
     * @param bound positive, less than {@code 2^62}
     */
    public long nextPart(long bound) {
        if (bound <= 0 || bound >= 1L << 62) {
            throw new IllegalArgumentException(
                    "a bound is positive and less than 2^62, not " + bound);
        }
        return Math.multiplyHigh(nextLong() >>> 1, bound << 1);
    }

    /** A stream of its own that takes exactly one number of this one. */
    public RandomStream split() {
        return new RandomStream(nextLong());
    }

    static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}

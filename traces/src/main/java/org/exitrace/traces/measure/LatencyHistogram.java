package org.exitrace.traces.measure;

/**
 * How often each length of time was seen, in memory that does not grow with the number of samples.
 *
 * <p>Lengths are counted in whole steps of the trace's clock. Up to 2,048 steps each length is
 * told apart; beyond, lengths that differ by less than a thousandth may be taken for one. So does
 * HdrHistogram, which reports write; but this module needs the JDK alone, and ranks here are whole
 * numbers, where HdrHistogram's percentiles are doubles.
 * Percentiles of samples that are kept, in reports, have the nearest rank in common with this,
 * which is a division, and nothing else: one is a sorted array, the other counts.
 */
public final class LatencyHistogram {

    /** A quantile of this part per million is the greatest sample. */
    public static final int ALL = 1_000_000;

    private static final int BITS = 10;
    private static final int PLACES = 1 << BITS;

    private final long stepNs;
    private final long[][] counts = new long[Long.SIZE][];
    private long samples;
    private long least = Long.MAX_VALUE;
    private long most;
    private long sumNs;

    /** For a clock with steps of {@code stepNs} nanoseconds. */
    public LatencyHistogram(long stepNs) {
        this.stepNs = stepNs;
    }

    /** Counts a length; what is finer than the clock's steps is dropped. */
    public void add(long ns) {
        long steps = ns / stepNs;
        int row = row(steps);
        if (counts[row] == null) {
            counts[row] = new long[2 * PLACES];
        }
        counts[row][place(steps, row)]++;
        samples++;
        least = Math.min(least, ns);
        most = Math.max(most, ns);
        sumNs += ns;
    }

    /** Counts all that {@code other} has, which has the same steps. */
    public void addAll(LatencyHistogram other) {
        if (other.stepNs != stepNs) {
            throw new IllegalArgumentException("steps of " + stepNs + " ns and of "
                    + other.stepNs + " ns cannot be counted together");
        }
        for (int row = 0; row < counts.length; row++) {
            if (other.counts[row] != null) {
                counts[row] = counts[row] == null ? new long[2 * PLACES] : counts[row];
                for (int place = 0; place < counts[row].length; place++) {
                    counts[row][place] += other.counts[row][place];
                }
            }
        }
        samples += other.samples;
        least = Math.min(least, other.least);
        most = Math.max(most, other.most);
        sumNs += other.sumNs;
    }

    /** How many lengths were counted. */
    public long samples() {
        return samples;
    }

    /** The steps of the clock, in nanoseconds. */
    public long stepNs() {
        return stepNs;
    }

    /** How many lengths are less than a step: the clock cannot tell how long these were. */
    public long withoutStep() {
        return counts[0] == null ? 0 : counts[0][0];
    }

    /** The sum of all. */
    public long sumNs() {
        return sumNs;
    }

    /**
     * The least length that this part of all samples is at most, by the nearest rank.
     *
     * @param perMillion 0, the least sample, to 1,000,000, the greatest
     * @throws IllegalStateException where there is none
     */
    public long quantileNs(int perMillion) {
        if (samples == 0) {
            throw new IllegalStateException("of no samples there are no quantiles");
        }
        if (perMillion < 0 || perMillion > ALL) {
            throw new IllegalArgumentException(
                    "a quantile lies at 0 to " + ALL + " per million, not at " + perMillion);
        }
        long rank = Math.max(1, rank(perMillion));
        if (rank == samples) {
            return most;
        }
        long seen = 0;
        for (int row = 0; row < counts.length; row++) {
            for (int place = 0; counts[row] != null && place < counts[row].length; place++) {
                seen += counts[row][place];
                if (seen >= rank) {
                    return Math.max(least, ((long) place << row) * stepNs);
                }
            }
        }
        throw new AssertionError("the counts add up to the samples");
    }

    /** The rank, from 1, of a part of all samples, rounded up. */
    private long rank(int perMillion) {
        long whole = samples / ALL * perMillion;
        long rest = samples % ALL * perMillion;
        return whole + (rest + ALL - 1) / ALL;
    }

    private static int row(long steps) {
        return Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(steps) - BITS - 1);
    }

    private static int place(long steps, int row) {
        return (int) (steps >>> row);
    }
}

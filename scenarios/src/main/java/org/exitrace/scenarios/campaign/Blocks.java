package org.exitrace.scenarios.campaign;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * The runs of a campaign in blocks, whose size depends on the number of runs alone. Workers take
 * blocks and bring back tallies, which are added up in the order of the runs: the sum depends
 * neither on who made which, nor on when.
 *
 * <p>A block whose tally is the last, or which failed, ends the campaign as it would have if one
 * thread had made all runs: blocks in front of it are finished, those behind do not count.
 *
 * @param <T> the kind of tally
 */
final class Blocks<T extends Tally<T>> {

    /** So many that locks cost nothing. */
    static final int MOST_RUNS = 64;
    /** So many blocks, where there are as many runs: few runs, each long, keep all cores busy. */
    private static final int LEAST_BLOCKS = 32;

    private final long wanted;
    private final long size;
    private final T sum;
    private final CampaignCount progress;
    private final BooleanSupplier interrupted;
    private final Map<Long, T> waiting = new TreeMap<>();
    private long given;
    private long added;
    private Throwable failure;
    private volatile long last = Long.MAX_VALUE;
    private volatile boolean stopped;

    /** So many runs, to be added to {@code sum}; {@code interrupted} is asked by all threads. */
    Blocks(long wanted, T sum, CampaignCount progress, BooleanSupplier interrupted) {
        this.wanted = wanted;
        this.size = Math.max(1, Math.min(MOST_RUNS, wanted / LEAST_BLOCKS));
        this.sum = sum;
        this.progress = progress;
        this.interrupted = interrupted;
    }

    /** How many there are. */
    long count() {
        return (wanted + size - 1) / size;
    }

    /** The next block that nobody has taken; none if the campaign ends. */
    synchronized Optional<Block> take() {
        long first = given;
        if (first >= wanted || isStopped(first)) {
            return Optional.empty();
        }
        given = Math.min(first + size, wanted);
        return Optional.of(new Block(first, given, () -> isStopped(first), progress));
    }

    /** What the runs of {@code block} showed. */
    synchronized void put(Block block, T tally) {
        if (tally.isLast() && block.first() < last) {
            last = block.first();
            failure = null;
        }
        waiting.put(block.first(), tally);
        while (added <= last && waiting.containsKey(added)) {
            sum.add(waiting.remove(added));
            added += size;
        }
    }

    /** A run of {@code block} could not be made. */
    synchronized void fail(Block block, Throwable thrown) {
        if (block.first() < last) {
            last = block.first();
            failure = thrown;
        }
    }

    /** Nobody is to make another run. */
    void stop() {
        stopped = true;
    }

    private boolean isStopped(long first) {
        if (!stopped && interrupted.getAsBoolean()) {
            stopped = true;
        }
        return stopped || first > last;
    }

    /** All that counts, when no worker works any more; what the first run threw that failed. */
    synchronized T sum() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
        return sum;
    }
}

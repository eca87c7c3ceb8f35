package org.exitrace.engine.explore;

import org.exitrace.engine.state.Fingerprint;
import org.exitrace.engine.state.Frame;

/**
 * States that steps have led to and that were not looked up yet. Looking many up together lets
 * their cache misses overlap.
 */
final class SuccessorBatch {

    final long[] words;
    final long[] low;
    final long[] high;
    final int[] parent;
    final char[] step;
    int size;
    /** Which words the step changed, as {@link Frame#differsFrom} has it. */
    final long[] changed;
    private final int wordsPerState;
    private final int stride;
    private final RecentPrints recent;
    /** Written only: keeps the reads of {@link #touch} from being optimised away. */
    private long touched;

    /**
     * Room for {@code most} states, each with {@code bits} longs of its parent's behind it.
     *
     * @param recent those that need not be taken again; {@code null} to take all
     */
    SuccessorBatch(int most, int wordsPerState, int bits, boolean wide, RecentPrints recent) {
        this.recent = recent;
        this.wordsPerState = wordsPerState;
        this.stride = wordsPerState + bits;
        this.words = new long[most * stride];
        this.changed = new long[most];
        this.low = new long[most];
        this.high = new long[wide ? most : 0];
        this.parent = new int[most];
        this.step = new char[most];
    }

    boolean isFull() {
        return size == low.length;
    }

    /**
     * Takes the state that {@code frame} holds, unless it came just before; its parent is at
     * {@code offset} of a chunk.
     */
    void add(Frame frame, long[] chunk, int offset, int parentNumber, int stepIndex) {
        long print = Fingerprint.of(frame, wordsPerState);
        if (recent != null && recent.knows(print)) {
            return;
        }
        int i = size++;
        low[i] = print;
        frame.store(words, i * stride, wordsPerState);
        for (int bits = wordsPerState; bits < stride; bits++) {
            words[i * stride + bits] = chunk[offset + bits];
        }
        changed[i] = frame.differsFrom(chunk, offset, wordsPerState);
        if (high.length > 0) {
            high[i] = Fingerprint.high(frame, wordsPerState);
        }
        parent[i] = parentNumber;
        step[i] = (char) stepIndex;
    }

    long highOf(int i) {
        return high.length > 0 ? high[i] : 0;
    }

    /** Reads the home of each in {@code set}, so that it is in the cache when it is looked up. */
    void touch(FingerprintSet set) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += set.touch(low[i]);
        }
        touched += sum;
    }

    long bytes() {
        return 8L * (words.length + 2 * low.length + high.length) + 6L * parent.length
                + (recent == null ? 0 : recent.bytes());
    }
}

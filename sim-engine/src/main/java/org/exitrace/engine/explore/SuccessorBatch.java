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
    private final int wordsPerState;
    private long touched;

    SuccessorBatch(int most, int wordsPerState, boolean wide) {
        this.wordsPerState = wordsPerState;
        this.words = new long[most * wordsPerState];
        this.low = new long[most];
        this.high = new long[wide ? most : 0];
        this.parent = new int[most];
        this.step = new char[most];
    }

    boolean isFull() {
        return size == low.length;
    }

    /** Takes the state that {@code frame} holds. */
    void add(Frame frame, int parentNumber, int stepIndex) {
        int i = size++;
        frame.store(words, i * wordsPerState, wordsPerState);
        low[i] = Fingerprint.of(frame, wordsPerState);
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

    /** Keeps the reads of {@link #touch} from being optimised away. */
    long touched() {
        return touched;
    }

    long bytes() {
        return 8L * (words.length + low.length + high.length) + 6L * parent.length;
    }
}

package org.exitrace.engine.state;

import java.util.Arrays;

/**
 * The vector that is loaded now: the only mutable thing that a model touches.
 *
 * <p>All cells of one model are windows on one frame. Engines load a state into it, let a step
 * change it, and copy the result out. Not thread-safe: each worker makes its own model.
 */
public final class Frame {

    long[] words = new long[0];
    CellObserver observer;
    CellObserver reader;
    long reads;

    Frame() {
    }

    /** Number of words, those of clock cells included. */
    public int size() {
        return words.length;
    }

    /** The word at {@code index}, unpacked. */
    public long word(int index) {
        return words[index];
    }

    /**
     * Clears the bits {@code mask} of a word and adds {@code bits} to it, which nobody sees;
     * whether that changes it.
     */
    public boolean replace(int index, long mask, long bits) {
        long before = words[index];
        long after = (before & ~mask) + bits;
        words[index] = after;
        return after != before;
    }

    /** Replaces all words by those at {@code offset} of {@code source}. */
    public void load(long[] source, int offset) {
        System.arraycopy(source, offset, words, 0, words.length);
    }

    /** Replaces the first {@code count} words; the rest (clock cells) stay as they are. */
    public void load(long[] source, int offset, int count) {
        System.arraycopy(source, offset, words, 0, count);
    }

    /** Copies the first {@code count} words to {@code target} at {@code offset}. */
    public void store(long[] target, int offset, int count) {
        System.arraycopy(words, 0, target, offset, count);
    }

    /**
     * Which of the first {@code count} words differ from those at {@code offset} of
     * {@code source}: bit i modulo 64 for word i.
     */
    public long differsFrom(long[] source, int offset, int count) {
        long changed = 0;
        for (int i = 0; i < count; i++) {
            if (words[i] != source[offset + i]) {
                changed |= 1L << i;
            }
        }
        return changed;
    }

    /** Whether it holds exactly {@code expected}. */
    public boolean holds(long[] expected) {
        return Arrays.equals(words, expected);
    }

    /** Which words were read since this was called last: bit i modulo 64 for word i. */
    public long takeReads() {
        long taken = reads;
        reads = 0;
        return taken;
    }

    /** A copy of all words. */
    public long[] snapshot() {
        return words.clone();
    }

    /** Lets {@code watcher} see each access from now on; {@code null} ends that. */
    public void observe(CellObserver watcher) {
        observer = watcher;
        reader = watcher;
    }

    /** Whether the observer that is attached sees reads from now on, as it does at first. */
    public void observeReads(boolean seen) {
        reader = seen ? observer : null;
    }

    /** The observer that is attached now, or {@code null}. */
    public CellObserver observer() {
        return observer;
    }
}

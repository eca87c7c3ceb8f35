package org.exitrace.engine.explore;

import java.util.Arrays;

/**
 * What the conditions that read one word, and no other, said of the values that it had: since they
 * are functions of that word, they need not be asked again when it has such a value once more.
 */
final class AnswerMemory {

    private static final int SLOTS = 512;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** The conditions that read this word alone, one bit each. */
    final long[] alone;
    private final int longs;
    private long[] values;
    private boolean[] filled = new boolean[0];
    private long[] answers;

    AnswerMemory(int longs) {
        this.longs = longs;
        this.alone = new long[longs];
    }

    /** Puts the answers for {@code value} into {@code bits}, if they are known. */
    boolean recall(long value, long[] bits, int at) {
        if (filled.length == 0) {
            return false;
        }
        int slot = slotOf(value);
        if (!filled[slot] || values[slot] != value) {
            return false;
        }
        for (int i = 0; i < longs; i++) {
            bits[at + i] = bits[at + i] & ~alone[i] | answers[slot * longs + i];
        }
        return true;
    }

    void remember(long value, long[] bits, int at) {
        if (filled.length == 0) {
            filled = new boolean[SLOTS];
            values = new long[SLOTS];
            answers = new long[SLOTS * longs];
        }
        int slot = slotOf(value);
        filled[slot] = true;
        values[slot] = value;
        for (int i = 0; i < longs; i++) {
            answers[slot * longs + i] = bits[at + i] & alone[i];
        }
    }

    /** Forgets all, since others read the word alone from now on. */
    void forget() {
        Arrays.fill(filled, false);
    }

    private static int slotOf(long value) {
        return (int) (value * MIX >>> 55);
    }
}

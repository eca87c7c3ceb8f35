package org.exitrace.engine.time;

import java.util.Arrays;

/**
 * A set of ids that tells its least: a bit each, and above each 64 words a word that tells which of
 * them hold one. One that is alone, as nearly all are, is not put down in bits.
 */
final class DueIds {

    private static final int WORD = 6;

    private final long[][] bits;
    private int lone = EventList.NONE;
    private int size;

    /** For the ids less than {@code ids}. */
    DueIds(int ids) {
        int depth = 1;
        for (int words = words(ids); words > 1; words = words(words)) {
            depth++;
        }
        bits = new long[depth][];
        int below = ids;
        for (int i = 0; i < depth; i++) {
            below = words(below);
            bits[i] = new long[below];
        }
    }

    private static int words(int bits) {
        return Math.max(1, bits + Long.SIZE - 1 >> WORD);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The least id of a set that is not empty. */
    int least() {
        if (lone != EventList.NONE) {
            return lone;
        }
        int at = 0;
        for (int i = bits.length - 1; i >= 0; i--) {
            at = at << WORD | Long.numberOfTrailingZeros(bits[i][at]);
        }
        return at;
    }

    /** Puts {@code id} in, where it is not. */
    void add(int id) {
        if (size == 0) {
            lone = id;
            size = 1;
        } else if (!contains(id)) {
            if (lone != EventList.NONE) {
                set(lone);
                lone = EventList.NONE;
            }
            set(id);
            size++;
        }
    }

    private boolean contains(int id) {
        return lone == id || (bits[0][id >> WORD] >>> id & 1) != 0;
    }

    /** Takes out {@code id}, which is in. */
    void remove(int id) {
        size--;
        if (lone == id) {
            lone = EventList.NONE;
        } else {
            drop(id);
        }
    }

    void clear() {
        for (long[] words : bits) {
            Arrays.fill(words, 0);
        }
        lone = EventList.NONE;
        size = 0;
    }

    private void set(int id) {
        int at = id;
        for (long[] words : bits) {
            long before = words[at >> WORD];
            words[at >> WORD] = before | 1L << at;
            if (before != 0) {
                return;
            }
            at >>= WORD;
        }
    }

    private void drop(int id) {
        int at = id;
        for (long[] words : bits) {
            words[at >> WORD] &= ~(1L << at);
            if (words[at >> WORD] != 0) {
                return;
            }
            at >>= WORD;
        }
    }
}

package org.exitrace.engine.explore;

import java.util.Arrays;

/** Numbers one behind the other, in chunks that are never copied: nothing is doubled. */
final class IntLog {

    private static final int SHIFT = 14;
    /** What the next chunk takes. */
    static final long CHUNK_BYTES = (1L << SHIFT) * Integer.BYTES;
    private static final int MASK = (1 << SHIFT) - 1;

    private int[][] chunks = new int[16][];
    private long size;

    long size() {
        return size;
    }

    void add(int value) {
        int chunk = (int) (size >>> SHIFT);
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * chunk);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new int[1 << SHIFT];
        }
        chunks[chunk][(int) size & MASK] = value;
        size++;
    }

    int get(long index) {
        return chunks[(int) (index >>> SHIFT)][(int) index & MASK];
    }

    long bytes() {
        return ((size + MASK >>> SHIFT) << SHIFT) * Integer.BYTES + 8L * chunks.length;
    }
}

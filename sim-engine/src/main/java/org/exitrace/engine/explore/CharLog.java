package org.exitrace.engine.explore;

import java.util.Arrays;

/** Numbers up to 65,535 one behind the other, in chunks that are never copied. */
final class CharLog {

    private static final int SHIFT = 14;
    /** What the next chunk takes. */
    static final long CHUNK_BYTES = (1L << SHIFT) * Character.BYTES;
    private static final int MASK = (1 << SHIFT) - 1;

    private char[][] chunks = new char[16][];
    private long size;

    long size() {
        return size;
    }

    /** Adds the low 16 bits of {@code value}. */
    void add(int value) {
        int chunk = (int) (size >>> SHIFT);
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * chunk);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new char[1 << SHIFT];
        }
        chunks[chunk][(int) size & MASK] = (char) value;
        size++;
    }

    int get(long index) {
        return chunks[(int) (index >>> SHIFT)][(int) index & MASK];
    }

    /** Forgets all from {@code index} on, for use as a stack; keeps the chunks. */
    void cut(long index) {
        size = index;
    }

    long bytes() {
        long chunk = size + MASK >>> SHIFT;
        return (chunk << SHIFT) * Character.BYTES + 8L * chunks.length;
    }
}

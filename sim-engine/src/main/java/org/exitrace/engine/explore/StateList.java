package org.exitrace.engine.explore;

import java.util.Arrays;

/**
 * Packed states one behind the other, in chunks: a queue or a stack. Chunks that were consumed are
 * given back.
 */
final class StateList {

    private static final int CHUNK_WORDS = 1 << 13;
    private static final int SPARE_CHUNKS = 16;

    private final int wordsPerState;
    private final int statesPerChunk;
    private final long[][] spares = new long[SPARE_CHUNKS][];
    private long[][] chunks = new long[16][];
    private int spareCount;
    private int held;
    private long goneChunks;
    private long first;
    private long end;

    StateList(int wordsPerState) {
        this.wordsPerState = Math.max(1, wordsPerState);
        this.statesPerChunk = Math.max(1, CHUNK_WORDS / this.wordsPerState);
    }

    boolean isEmpty() {
        return first == end;
    }

    long size() {
        return end - first;
    }

    /** Number of the state behind the last: the states are numbered from 0 as they came. */
    long end() {
        return end;
    }

    long bytes() {
        return (long) (held + spareCount) * chunkBytes() + 8L * chunks.length;
    }

    /** What the next chunk takes. */
    long chunkBytes() {
        return 8L * statesPerChunk * wordsPerState;
    }

    /** Puts a state behind the last. */
    void add(long[] words, int offset) {
        int chunk = (int) (end / statesPerChunk - goneChunks);
        if (chunk == held) {
            open();
        }
        System.arraycopy(words, offset, chunks[chunk], offset(end), wordsPerState);
        end++;
    }

    /** The array that holds state {@code number}, at {@link #offset}. */
    long[] chunk(long number) {
        return chunks[(int) (number / statesPerChunk - goneChunks)];
    }

    int offset(long number) {
        return (int) (number % statesPerChunk) * wordsPerState;
    }

    /** Number of the first state. */
    long first() {
        return first;
    }

    /** Takes the first state out; what {@link #chunk} gave for it is not to be read any more. */
    void removeFirst() {
        first++;
        if (first % statesPerChunk == 0) {
            spare(chunks[0]);
            System.arraycopy(chunks, 1, chunks, 0, --held);
            chunks[held] = null;
            goneChunks++;
        }
    }

    /** Takes the last state out. */
    void removeLast() {
        end--;
        if (end % statesPerChunk == 0) {
            spare(chunks[--held]);
            chunks[held] = null;
        }
    }

    private void open() {
        if (held == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * held);
        }
        chunks[held++] = spareCount > 0 ? spares[--spareCount]
                : new long[statesPerChunk * wordsPerState];
    }

    private void spare(long[] chunk) {
        if (spareCount < SPARE_CHUNKS) {
            spares[spareCount++] = chunk;
        }
    }
}

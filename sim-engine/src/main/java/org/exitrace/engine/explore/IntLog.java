package org.exitrace.engine.explore;

/** Numbers one behind the other, in chunks that are never copied: nothing is doubled. */
final class IntLog {

    /** What the next chunks take. */
    static final long CHUNK_BYTES = 2 * CharLog.CHUNK_BYTES;

    private final CharLog low = new CharLog();
    private final CharLog high = new CharLog();

    long size() {
        return low.size();
    }

    void add(int value) {
        low.add(value);
        high.add(value >>> Character.SIZE);
    }

    int get(long index) {
        return high.get(index) << Character.SIZE | low.get(index);
    }

    long bytes() {
        return low.bytes() + high.bytes();
    }
}

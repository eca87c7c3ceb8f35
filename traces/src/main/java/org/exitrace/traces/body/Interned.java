package org.exitrace.traces.body;

import java.util.Arrays;

/**
 * Remembers what bytes meant, since the same ones come again and again: threads, names of events,
 * reasons. Its size is fixed; what falls on a place that is taken takes it over.
 *
 * @param <T> what bytes mean
 */
public final class Interned<T> {

    private static final int PLACES = 4096;
    private static final int PRIME = 31;

    private final Meaning<T> meaning;
    private final byte[][] keys = new byte[PLACES][];
    private final Object[] values = new Object[PLACES];

    /** Asks {@code meaning} for what is not remembered. */
    public Interned(Meaning<T> meaning) {
        this.meaning = meaning;
    }

    /** What the bytes from {@code start} to before {@code stop} mean. */
    @SuppressWarnings("unchecked")
    public T of(byte[] line, int start, int stop) {
        int hash = 1;
        for (int i = start; i < stop; i++) {
            hash = PRIME * hash + line[i];
        }
        int place = (hash ^ hash >>> 15) & PLACES - 1;
        byte[] key = keys[place];
        if (key == null || !Arrays.equals(key, 0, key.length, line, start, stop)) {
            values[place] = meaning.of(line, start, stop);
            keys[place] = Arrays.copyOfRange(line, start, stop);
        }
        return (T) values[place];
    }

    /**
     * Tells what bytes mean.
     *
     * @param <T> what they mean
     */
    @FunctionalInterface
    public interface Meaning<T> {

        /** What the bytes from {@code start} to before {@code stop} mean. */
        T of(byte[] line, int start, int stop);
    }
}

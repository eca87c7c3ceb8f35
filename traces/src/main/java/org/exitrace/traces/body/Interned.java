package org.exitrace.traces.body;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Remembers what bytes meant, since the same ones come again and again: threads, names of events,
 * reasons. Its size is fixed; what falls on a place that is taken takes it over.
 *
 * @param <T> what bytes mean
 */
public final class Interned<T> {

    private static final int PLACE_BITS = 12;
    private static final int PLACES = 1 << PLACE_BITS;
    /** 2^64 divided by the golden ratio: the upper bits of a product depend on all bits. */
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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
        int place = place(line, start, stop);
        byte[] key = keys[place];
        if (key == null || !Arrays.equals(key, 0, key.length, line, start, stop)) {
            values[place] = meaning.of(line, start, stop);
            keys[place] = Arrays.copyOfRange(line, start, stop);
        }
        return (T) values[place];
    }

    /** Mixes eight bytes at once. */
    private static int place(byte[] line, int start, int stop) {
        long mixed = stop - start;
        int i = start;
        for (; i <= stop - Long.BYTES; i += Long.BYTES) {
            mixed = (mixed ^ (long) EIGHT.get(line, i)) * GOLDEN;
            mixed ^= mixed >>> Integer.SIZE;
        }
        for (; i < stop; i++) {
            mixed = (mixed ^ line[i]) * GOLDEN;
        }
        return (int) (mixed >>> Long.SIZE - PLACE_BITS);
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

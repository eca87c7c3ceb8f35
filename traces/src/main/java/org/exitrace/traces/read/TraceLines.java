package org.exitrace.traces.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The lines of a stream of bytes, one at a time, in a buffer of fixed size. */
final class TraceLines implements Closeable {

    /** No line of a trace is longer; what is longer is no line. */
    static final int MOST_BYTES = 1 << 16;

    private static final int BUFFER = 1 << 18;
    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long TOPS = ONES << Byte.SIZE - 1;
    private static final long FEEDS = ONES * '\n';

    private final InputStream in;
    private final byte[] bytes = new byte[BUFFER];
    private int filled;
    private int next;
    private int start;
    private int end;
    private long number;
    private boolean tooLong;
    private boolean ended;

    TraceLines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; whether there is one. */
    boolean advance() throws IOException {
        tooLong = false;
        int searched = next;
        while (true) {
            int feed = indexOfFeed(searched);
            if (feed >= 0) {
                return line(feed, feed + 1);
            }
            searched = filled;
            if (ended) {
                return (next < filled || tooLong) && line(filled, filled);
            }
            if (filled - next > MOST_BYTES) {
                tooLong = true;
                next = filled;
            }
            searched -= makeRoom();
        }
    }

    private boolean line(int stop, int following) {
        start = next;
        end = stop > start && bytes[stop - 1] == '\r' ? stop - 1 : stop;
        next = following;
        tooLong |= end - start > MOST_BYTES;
        number++;
        return true;
    }

    private int indexOfFeed(int from) {
        int i = from;
        // Eight bytes at once: the first that is a feed is the first to borrow into its top bit.
        for (; i <= filled - Long.BYTES; i += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, i) ^ FEEDS;
            long found = eight - ONES & ~eight & TOPS;
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        for (; i < filled; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Reads more; by how much what is there has moved. */
    private int makeRoom() throws IOException {
        int moved = next;
        if (moved > 0) {
            System.arraycopy(bytes, next, bytes, 0, filled - next);
            filled -= moved;
            next = 0;
        }
        int read = in.read(bytes, filled, bytes.length - filled);
        if (read < 0) {
            ended = true;
        } else {
            filled += read;
        }
        return moved;
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Of the line that it is on, from 1. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return tooLong;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

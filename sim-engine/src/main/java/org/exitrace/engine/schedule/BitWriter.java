package org.exitrace.engine.schedule;

import java.io.ByteArrayOutputStream;

/** Bits written one after the other, the most significant of each number first. */
final class BitWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int pending;
    private int pendingBits;

    /** The lowest {@code width} bits of {@code value}. */
    void write(long value, int width) {
        for (int bit = width - 1; bit >= 0; bit--) {
            pending = pending << 1 | (int) (value >>> bit & 1);
            if (++pendingBits == Byte.SIZE) {
                bytes.write(pending);
                pending = 0;
                pendingBits = 0;
            }
        }
    }

    /** A number from 1 on, short when small: its length in zeros, then itself (Elias gamma). */
    void writeGamma(long value) {
        int length = Long.SIZE - Long.numberOfLeadingZeros(value);
        write(0, length - 1);
        write(value, length);
    }

    /** All bits, filled up with zeros to whole bytes. */
    byte[] toBytes() {
        if (pendingBits > 0) {
            write(0, Byte.SIZE - pendingBits);
        }
        return bytes.toByteArray();
    }
}

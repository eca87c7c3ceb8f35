package org.exitrace.engine.schedule;

/** Reads what a {@link BitWriter} wrote. */
final class BitReader {

    private final byte[] bytes;
    private int place;

    BitReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The next {@code width} bits. */
    long read(int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            if (place >= bytes.length * Byte.SIZE) {
                throw new ScheduleException("the token ends too soon: it belongs to another"
                        + " version of its scenario, design or machine");
            }
            int bit = bytes[place / Byte.SIZE] >>> Byte.SIZE - 1 - place % Byte.SIZE & 1;
            value = value << 1 | bit;
            place++;
        }
        return value;
    }

    /** The next number that was written in Elias gamma. */
    long readGamma() {
        int length = 1;
        while (read(1) == 0) {
            if (++length == Long.SIZE) {
                throw new ScheduleException("the token is damaged: it has no number of steps;"
                        + " copy the whole line again");
            }
        }
        return 1L << length - 1 | read(length - 1);
    }
}

package org.exitrace.ghcb.spec;

/**
 * {@code SW_EXITINFO1} of port I/O: direction in bit 0, string in 2, REP in 3, size in 6 to 4, of
 * the address in 9 to 7, segment in 11 and 10, port in 31 to 16.
 *
 * <p>Source: AMD64 APM volume 2, IOIO intercept; edk2 {@code Register/Amd/Ghcb.h}.
 */
public final class IoWord {

    private static final long IN = 1;
    private static final long STRING = 1L << 2;
    private static final int SIZE_PLACE = 4;
    private static final int SIZE_MASK = 7;

    private IoWord() {
    }

    /** Whether a port is read. */
    public static boolean isIn(long word) {
        return (word & IN) != 0;
    }

    /** Whether the data stand in memory. */
    public static boolean isString(long word) {
        return (word & STRING) != 0;
    }

    /** How many bytes each access has: 1, 2 or 4. */
    public static int size(long word) {
        return (int) (word >>> SIZE_PLACE) & SIZE_MASK;
    }
}

package org.exitrace.ghcb.spec;

/**
 * An exception in {@code SW_EXITINFO2}, in the format of EVENTINJ: vector in bits 7 to 0, type in
 * 10 to 8, a valid bit at 31, an error code above.
 *
 * <p>Source: Linux {@code vc-shared.c} verify_exception_info, edk2 {@code CcExitLib.c}.
 */
public final class EventInjection {

    /** Vector of #UD. */
    public static final int UD = 6;
    /** Vector of #GP. */
    public static final int GP = 13;

    private static final int EXCEPTION = 3;
    private static final int TYPE_PLACE = 8;
    private static final int TYPE_MASK = 7;
    private static final int VECTOR_MASK = 0xFF;
    private static final long VALID = 1L << 31;

    private EventInjection() {
    }

    /** The word that asks for exception {@code vector}, without an error code. */
    public static long exception(int vector) {
        return VALID | (long) EXCEPTION << TYPE_PLACE | vector;
    }

    /** Whether a guest may take {@code word}: valid, an exception, and #GP or #UD. */
    public static boolean isPermitted(long word) {
        long vector = word & VECTOR_MASK;
        return (word & VALID) != 0 && (word >> TYPE_PLACE & TYPE_MASK) == EXCEPTION
                && (vector == GP || vector == UD);
    }
}

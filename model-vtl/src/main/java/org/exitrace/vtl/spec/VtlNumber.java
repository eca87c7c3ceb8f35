package org.exitrace.vtl.spec;

/**
 * Numbers of virtual trust levels: the larger protects itself from the smaller.
 *
 * <p>Source: docs/vtl.md a.
 */
public final class VtlNumber {

    /** The level that is always there. */
    public static final int LOWEST = 0;
    /** The largest number that the architecture has room for. */
    public static final int HIGHEST = 15;
    /** Stands for all levels. */
    public static final int ALL = 0xF;
    /** Stands for no level. */
    public static final int NONE = 0xFF;

    /** A partition's name for itself. */
    public static final long PARTITION_SELF = -1L;
    /** A processor's name for itself. */
    public static final long VP_SELF = 0xFFFF_FFFEL;
    /** Any processor. */
    public static final long VP_ANY = 0xFFFF_FFFFL;

    private VtlNumber() {
    }

    /** The set of {@code vtl} alone: bit n is level n. */
    public static int bit(int vtl) {
        return 1 << vtl;
    }

    /** Whether {@code vtl} is in {@code set}. */
    public static boolean isIn(int vtl, int set) {
        return vtl >= LOWEST && vtl <= HIGHEST && (set & bit(vtl)) != 0;
    }

    /** The highest level of {@code set} below {@code vtl}; {@link #NONE} if there is none. */
    public static int nextBelow(int vtl, int set) {
        int lower = set & (1 << Math.min(vtl, HIGHEST + 1)) - 1;
        return lower == 0 ? NONE : Integer.SIZE - 1 - Integer.numberOfLeadingZeros(lower);
    }

    /** The lowest level of {@code set} above {@code vtl}; {@link #NONE} if there is none. */
    public static int nextAbove(int vtl, int set) {
        int higher = set & -1 << vtl + 1 & 0xFFFF;
        return higher == 0 ? NONE : Integer.numberOfTrailingZeros(higher);
    }
}

package org.exitrace.vtl.spec;

/**
 * What a flush is to reach.
 *
 * <p>Source: docs/vtl.md b.2 (hvdef).
 */
public enum FlushFlag {
    ALL_PROCESSORS(1),
    ALL_VIRTUAL_ADDRESS_SPACES(2),
    /** Not of a list. */
    NON_GLOBAL_MAPPINGS_ONLY(4),
    EXTENDED_RANGE_FORMAT(8);

    private final long bit;

    FlushFlag(long bit) {
        this.bit = bit;
    }

    /** Its bit of the flags. */
    public long bit() {
        return bit;
    }

    /** Whether {@code flags} has it. */
    public boolean isIn(long flags) {
        return (flags & bit) != 0;
    }

    /** Whether {@code flags} has a bit that none of these is. */
    public static boolean hasReserved(long flags) {
        long known = 0;
        for (FlushFlag flag : values()) {
            known |= flag.bit;
        }
        return (flags & ~known) != 0;
    }
}

package org.exitrace.vtl.spec;

/**
 * What a flush is to reach. Numbers are from memory.
 *
 * <p>Source: docs/vtl.md b.2.
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
}

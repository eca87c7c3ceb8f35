package org.exitrace.vtl.spec;

/**
 * What HvCallEnablePartitionVtl enables besides; hvdef alone has the last two, whose places are
 * from memory.
 *
 * <p>Source: docs/vtl.md b.2.
 */
public enum EnablePartitionFlag {
    ENABLE_MBEC,
    ENABLE_SUPERVISOR_SHADOW_STACK,
    ENABLE_HARDWARE_HVPT;

    /** Its bit of the flags. */
    public int bit() {
        return 1 << ordinal();
    }
}

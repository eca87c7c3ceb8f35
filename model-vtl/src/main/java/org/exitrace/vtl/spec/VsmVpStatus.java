package org.exitrace.vtl.spec;

/**
 * HvRegisterVsmVpStatus: which levels a processor has, and which it executes.
 *
 * <p>Source: docs/vtl.md a.3.
 */
public final class VsmVpStatus {

    /** The level that executes. */
    public static final BitField ACTIVE_VTL = BitField.bits("ActiveVtl", 3, 0);
    /** Whether mode-based execution control is in force for it. */
    public static final BitField ACTIVE_MBEC_ENABLED = BitField.bit("ActiveMbecEnabled", 4);
    /** Bit n: level n is enabled on this processor. */
    public static final BitField ENABLED_VTL_SET = BitField.bits("EnabledVtlSet", 31, 16);

    /** All of it. */
    public static final RegisterLayout LAYOUT =
            new RegisterLayout(ACTIVE_VTL, ACTIVE_MBEC_ENABLED, ENABLED_VTL_SET);

    private VsmVpStatus() {
    }
}

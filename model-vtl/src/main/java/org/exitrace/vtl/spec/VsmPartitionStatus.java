package org.exitrace.vtl.spec;

/**
 * HvRegisterVsmPartitionStatus: which levels the partition has.
 *
 * <p>Source: docs/vtl.md a.3.
 */
public final class VsmPartitionStatus {

    /** Bit n: level n is enabled. */
    public static final BitField ENABLED_VTL_SET = BitField.bits("EnabledVtlSet", 15, 0);
    /** The highest level that can be enabled. */
    public static final BitField MAXIMUM_VTL = BitField.bits("MaximumVtl", 19, 16);
    /** Bit n: level n may use mode-based execution control. */
    public static final BitField MBEC_ENABLED_VTL_SET =
            BitField.bits("MbecEnabledVtlSet", 35, 20);
    /** Bit n: level n may use shadow stacks of the supervisor. */
    public static final BitField SHADOW_STACK_ENABLED_VTL_SET =
            BitField.bits("SupervisorShadowStackEnabledVtlSet", 39, 36).unpublished();

    /** All of it. */
    public static final RegisterLayout LAYOUT = new RegisterLayout(ENABLED_VTL_SET, MAXIMUM_VTL,
            MBEC_ENABLED_VTL_SET, SHADOW_STACK_ENABLED_VTL_SET);

    private VsmPartitionStatus() {
    }
}

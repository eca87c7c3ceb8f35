package org.exitrace.vtl.spec;

/**
 * HvRegisterVsmVpSecureConfigVtlN: what a level decides for level N of one processor.
 *
 * <p>Source: docs/vtl.md a.3.
 */
public final class VsmVpSecureConfig {

    /** Level N has mode-based execution control. */
    public static final BitField MBEC_ENABLED = BitField.bit("MbecEnabled", 0);
    /** Level N flushes no translations of this processor until the bit is clear again. */
    public static final BitField TLB_LOCKED = BitField.bit("TlbLocked", 1);
    /** Level N has shadow stacks of the supervisor. */
    public static final BitField SHADOW_STACK_ENABLED =
            BitField.bit("SupervisorShadowStackEnabled", 2).unpublished();
    /** Translations of level N are protected by hardware. */
    public static final BitField HARDWARE_HVPT_ENABLED =
            BitField.bit("HardwareHvptEnabled", 3).unpublished();

    /** All of it. */
    public static final RegisterLayout LAYOUT = new RegisterLayout(MBEC_ENABLED, TLB_LOCKED,
            SHADOW_STACK_ENABLED, HARDWARE_HVPT_ENABLED);

    private VsmVpSecureConfig() {
    }
}

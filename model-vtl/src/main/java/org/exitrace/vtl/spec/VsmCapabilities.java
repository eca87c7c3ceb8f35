package org.exitrace.vtl.spec;

/**
 * HvRegisterVsmCapabilities: what the hypervisor can do. Shipping code and the functional
 * specification have the first three fields at opposite ends.
 *
 * <p>Source: docs/vtl.md a.3, h.
 */
public final class VsmCapabilities {

    /** DR6 is one register for all levels. */
    public static final BitField DR6_SHARED = BitField.bit("Dr6Shared", 0);
    /** Bit n: level n can have mode-based execution control. */
    public static final BitField MBEC_VTL_MASK = BitField.bits("MbecVtlMask", 16, 1);
    /** Whether {@link VsmPartitionConfig#DENY_LOWER_VTL_STARTUP} can be set. */
    public static final BitField DENY_LOWER_VTL_STARTUP =
            BitField.bit("DenyLowerVtlStartup", 17);

    /** As shipping code has it. */
    public static final RegisterLayout LAYOUT = new RegisterLayout(DR6_SHARED, MBEC_VTL_MASK,
            DENY_LOWER_VTL_STARTUP,
            BitField.bit("SupervisorShadowStack", 18).unpublished(),
            BitField.bit("HardwareHvpt", 19).unpublished(),
            BitField.bit("SoftwareHvpt", 20).unpublished(),
            BitField.bits("HvptRangeBits", 26, 21).unpublished(),
            BitField.bit("InterceptPageAvailable", 27).unpublished(),
            BitField.bit("ReturnActionAvailable", 28).unpublished(),
            BitField.bit("Vtl0AliasMapAvailable", 29).unpublished(),
            BitField.bit("InterceptNotPresentAvailable", 30).unpublished(),
            BitField.bit("InstallInterceptEx", 31).unpublished(),
            BitField.bit("InterceptSystemResetAvailable", 32).unpublished(),
            BitField.bit("ProxyInterruptRedirectAvailable", 34).unpublished());

    /** As the functional specification lists it. */
    public static final RegisterLayout LAYOUT_AS_PUBLISHED = new RegisterLayout(
            BitField.bit("DenyLowerVtlStartup", 46),
            BitField.bits("MbecVtlMask", 62, 47),
            BitField.bit("Dr6Shared", 63));

    private VsmCapabilities() {
    }
}

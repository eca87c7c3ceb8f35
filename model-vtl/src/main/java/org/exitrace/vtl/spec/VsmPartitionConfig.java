package org.exitrace.vtl.spec;

/**
 * HvRegisterVsmPartitionConfig: what a level decides for all lower ones of the partition.
 *
 * <p>Source: docs/vtl.md a.3.
 */
public final class VsmPartitionConfig {

    /** Masks of lower levels count from now on; never cleared before a reset. */
    public static final BitField ENABLE_VTL_PROTECTION = BitField.bit("EnableVtlProtection", 0);
    /** The {@link AccessMask} of every page for which nothing else was said. */
    public static final BitField DEFAULT_VTL_PROTECTION_MASK =
            BitField.bits("DefaultVtlProtectionMask", 4, 1);
    /** Memory is zeroed before the partition is reset; so it is from the start. */
    public static final BitField ZERO_MEMORY_ON_RESET = BitField.bit("ZeroMemoryOnReset", 5);
    /** Lower levels start no processor. */
    public static final BitField DENY_LOWER_VTL_STARTUP = BitField.bit("DenyLowerVtlStartup", 6);
    /** Acceptance of pages is intercepted. */
    public static final BitField INTERCEPT_ACCEPTANCE =
            BitField.bit("InterceptAcceptance", 7).unpublished();
    /** Enabling protections is intercepted. */
    public static final BitField INTERCEPT_ENABLE_VTL_PROTECTION =
            BitField.bit("InterceptEnableVtlProtection", 8).unpublished();
    /** INIT, SIPI and starts by hypercall are intercepted. */
    public static final BitField INTERCEPT_VP_STARTUP = BitField.bit("InterceptVpStartup", 9);
    /** CPUID leaves that nobody implements are intercepted. */
    public static final BitField INTERCEPT_CPUID_UNIMPLEMENTED =
            BitField.bit("InterceptCpuidUnimplemented", 10).unpublished();
    /** A triple fault is intercepted. */
    public static final BitField INTERCEPT_UNRECOVERABLE_EXCEPTION =
            BitField.bit("InterceptUnrecoverableException", 11).unpublished();
    /** Intercepts stand in the intercept page instead of in a message. */
    public static final BitField INTERCEPT_PAGE =
            BitField.bit("InterceptPage", 12).unpublished();
    /** HvCallRestorePartitionTime is intercepted. */
    public static final BitField INTERCEPT_RESTORE_PARTITION_TIME =
            BitField.bit("InterceptRestorePartitionTime", 13).unpublished();
    /** Access to pages that are not present is intercepted. */
    public static final BitField INTERCEPT_NOT_PRESENT =
            BitField.bit("InterceptNotPresent", 14).unpublished();
    /** A reset of the system is intercepted. */
    public static final BitField INTERCEPT_SYSTEM_RESET =
            BitField.bit("InterceptSystemReset", 15).unpublished();

    /** All of it. */
    public static final RegisterLayout LAYOUT = new RegisterLayout(ENABLE_VTL_PROTECTION,
            DEFAULT_VTL_PROTECTION_MASK, ZERO_MEMORY_ON_RESET, DENY_LOWER_VTL_STARTUP,
            INTERCEPT_ACCEPTANCE, INTERCEPT_ENABLE_VTL_PROTECTION, INTERCEPT_VP_STARTUP,
            INTERCEPT_CPUID_UNIMPLEMENTED, INTERCEPT_UNRECOVERABLE_EXCEPTION, INTERCEPT_PAGE,
            INTERCEPT_RESTORE_PARTITION_TIME, INTERCEPT_NOT_PRESENT, INTERCEPT_SYSTEM_RESET);

    /** What it holds at start and after a reset. */
    public static final long AT_RESET = ZERO_MEMORY_ON_RESET.mask();

    private VsmPartitionConfig() {
    }
}

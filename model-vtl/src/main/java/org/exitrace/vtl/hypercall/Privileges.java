package org.exitrace.vtl.hypercall;

import org.exitrace.vtl.spec.HvInputVtl;
import org.exitrace.vtl.spec.VsmPartitionConfig;
import org.exitrace.vtl.spec.VtlNumber;

/**
 * Which VTL may do what to which other.
 *
 * <p>Source: docs/vtl.md b.4.
 */
public final class Privileges {

    private static final int NOBODY = -1;

    private Privileges() {
    }

    /** Whether {@code partition} is another than the caller's. */
    public static boolean isForeign(long partition) {
        return partition != VtlNumber.PARTITION_SELF;
    }

    /** The processor that {@code index} names; -1 if there is none. */
    public static int processor(CallerView caller, long index) {
        if (index == VtlNumber.VP_SELF) {
            return caller.vp();
        }
        return index >= 0 && index < caller.vps() ? (int) index : NOBODY;
    }

    /** Whether {@code index} names no processor. */
    public static boolean isNobody(CallerView caller, long index) {
        return processor(caller, index) == NOBODY;
    }

    /** Whether {@code index} names another processor than the caller's, or none. */
    public static boolean isOther(CallerView caller, long index) {
        return processor(caller, index) != caller.vp();
    }

    /** Whether {@code input} names no VTL that could be enabled. */
    public static boolean isUnknown(CallerView caller, int input) {
        return !HvInputVtl.isValid(input) || target(caller, input) > caller.maximumVtl();
    }

    /** The VTL that {@code input} names. */
    public static int target(CallerView caller, int input) {
        return HvInputVtl.resolve(input, caller.vtl());
    }

    /** Whether a VTL that raises the partition to {@code vtl} is the one right below it. */
    public static boolean mayEnableOnPartition(CallerView caller, int vtl) {
        return vtl < caller.vtl()
                || caller.vtl() == VtlNumber.nextBelow(vtl, caller.partitionVtls());
    }

    /**
     * Whether the caller may enable {@code vtl} on a processor: a lower VTL only the first time,
     * and only the highest that the partition has below it.
     */
    public static boolean mayEnableOnVp(CallerView caller, int vtl) {
        if (isOnSomeVp(caller, vtl)) {
            return caller.vtl() >= vtl;
        }
        return caller.vtl() > vtl
                || caller.vtl() == VtlNumber.nextBelow(vtl, caller.partitionVtls());
    }

    private static boolean isOnSomeVp(CallerView caller, int vtl) {
        for (int vp = 0; vp < caller.vps(); vp++) {
            if (VtlNumber.isIn(vtl, caller.vtlsOf(vp))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a higher VTL than the caller's denies lower ones to start processors. */
    public static boolean isStartDenied(CallerView caller) {
        for (int vtl = caller.vtl() + 1; vtl <= caller.maximumVtl(); vtl++) {
            if (VtlNumber.isIn(vtl, caller.partitionVtls()) && VsmPartitionConfig
                    .DENY_LOWER_VTL_STARTUP.isSetIn(caller.partitionConfig(vtl))) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code vtl} has enabled protections of lower VTLs. */
    public static boolean protects(CallerView caller, int vtl) {
        return VsmPartitionConfig.ENABLE_VTL_PROTECTION.isSetIn(caller.partitionConfig(vtl));
    }
}

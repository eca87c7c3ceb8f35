package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.ACCESS_DENIED;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARTITION_ID;
import static org.exitrace.vtl.spec.HvStatus.INVALID_VP_INDEX;
import static org.exitrace.vtl.spec.HvStatus.INVALID_VTL_STATE;
import static org.exitrace.vtl.spec.HvStatus.VTL_ALREADY_ENABLED;

import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VtlNumber;

/**
 * HvCallEnableVpVtl: a VTL of the partition for one virtual processor. It changes neither which
 * VTL is active nor anything of another VTL.
 *
 * <p>Source: docs/vtl.md b.3, b.4, I-07, I-08.
 *
 * @param partition which; only the caller's own
 * @param vp which virtual processor
 * @param vtl which VTL
 */
public record EnableVpVtl(long partition, long vp, int vtl) {

    /** What is refused. */
    public static final Checks<EnableVpVtl, HvStatus> CHECKS =
            new Checks<EnableVpVtl, HvStatus>("ENABLE_VP_VTL")
            .check("partition", "the partition is another than the caller's",
                    Answers.of(INVALID_PARTITION_ID, ACCESS_DENIED)
                            .qemu(INVALID_PARTITION_ID).openvmm(INVALID_PARTITION_ID),
                    (caller, in) -> Privileges.isForeign(in.partition))
            .check("vp", "there is no such virtual processor",
                    Answers.of(INVALID_VP_INDEX, ACCESS_DENIED)
                            .qemu(INVALID_VP_INDEX).openvmm(INVALID_VP_INDEX),
                    (caller, in) -> Privileges.isNobody(caller, in.vp))
            .check("partition-vtl", "the partition has not enabled the VTL",
                    Answers.of(INVALID_PARAMETER, ACCESS_DENIED, INVALID_VTL_STATE)
                            .qemu(INVALID_PARAMETER).openvmm(INVALID_VTL_STATE),
                    (caller, in) -> !VtlNumber.isIn(in.vtl, caller.partitionVtls()))
            .check("enabled", "the virtual processor has enabled the VTL",
                    Answers.of(INVALID_PARAMETER, ACCESS_DENIED, VTL_ALREADY_ENABLED)
                            .qemu(INVALID_PARAMETER).openvmm(VTL_ALREADY_ENABLED),
                    EnableVpVtl::isEnabled)
            .check("too-low", "the caller may not give the VTL to any virtual processor (b.4)",
                    Answers.of(ACCESS_DENIED, INVALID_PARAMETER)
                            .qemu(INVALID_PARAMETER).openvmm(ACCESS_DENIED),
                    (caller, in) -> !Privileges.mayEnableOnVp(caller, in.vtl))
            .check("raises-another", "a lower VTL raises another virtual processor",
                    Answers.unasked().qemu(INVALID_PARAMETER).openvmm(ACCESS_DENIED),
                    (caller, in) -> in.vtl > caller.vtl() && Privileges.isOther(caller, in.vp));

    private static boolean isEnabled(CallerView caller, EnableVpVtl in) {
        int vp = Privileges.processor(caller, in.vp);
        return vp >= 0 && VtlNumber.isIn(in.vtl, caller.vtlsOf(vp));
    }
}

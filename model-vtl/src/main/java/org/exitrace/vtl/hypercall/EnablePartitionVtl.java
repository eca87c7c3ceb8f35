package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.ACCESS_DENIED;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_CODE;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARTITION_ID;
import static org.exitrace.vtl.spec.HvStatus.INVALID_VTL_STATE;

import org.exitrace.vtl.spec.EnablePartitionFlag;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VtlNumber;

/**
 * HvCallEnablePartitionVtl: a VTL for the whole partition.
 *
 * <p>Source: docs/vtl.md b.3.
 *
 * @param partition which; only the caller's own
 * @param vtl which VTL
 * @param flags what is enabled besides: {@link EnablePartitionFlag}
 * @param isFast whether the input stands in registers
 */
public record EnablePartitionVtl(long partition, int vtl, int flags, boolean isFast) {

    /** All that OpenVMM does not have. */
    private static final int UNSUPPORTED = EnablePartitionFlag.ENABLE_SUPERVISOR_SHADOW_STACK.bit()
            | EnablePartitionFlag.ENABLE_HARDWARE_HVPT.bit();

    /** What is refused. */
    public static final Checks<EnablePartitionVtl, HvStatus> CHECKS =
            new Checks<EnablePartitionVtl, HvStatus>("ENABLE_PARTITION_VTL")
            .check("not-fast", "the input stands in memory",
                    Answers.unasked().qemu(INVALID_HYPERCALL_CODE),
                    (caller, in) -> !in.isFast)
            .check("partition", "the partition is another than the caller's",
                    Answers.of(INVALID_PARTITION_ID, ACCESS_DENIED)
                            .qemu(INVALID_PARTITION_ID).openvmm(INVALID_PARTITION_ID),
                    (caller, in) -> Privileges.isForeign(in.partition))
            .check("other-than-vtl1", "the VTL is not VTL1",
                    Answers.unasked().openvmm(ACCESS_DENIED),
                    (caller, in) -> in.vtl != 1)
            .check("maximum", "the VTL is above the highest",
                    Answers.of(INVALID_PARAMETER, ACCESS_DENIED)
                            .qemu(INVALID_PARAMETER).openvmm(ACCESS_DENIED),
                    (caller, in) -> in.vtl > caller.maximumVtl())
            .check("enabled", "the VTL is enabled",
                    Answers.of(INVALID_PARAMETER, ACCESS_DENIED, INVALID_VTL_STATE)
                            .qemu(INVALID_PARAMETER).openvmm(INVALID_VTL_STATE),
                    (caller, in) -> VtlNumber.isIn(in.vtl, caller.partitionVtls()))
            .check("mbec", "the VTL cannot have mode-based execution control",
                    Answers.of(INVALID_PARAMETER, ACCESS_DENIED).qemu(INVALID_PARAMETER),
                    (caller, in) -> in.has(EnablePartitionFlag.ENABLE_MBEC)
                            && !VtlNumber.isIn(in.vtl, caller.mbecVtls()))
            .check("shadow-stack", "shadow stacks or HVPT are asked for",
                    Answers.of(INVALID_PARAMETER, ACCESS_DENIED).openvmm(INVALID_PARAMETER),
                    (caller, in) -> (in.flags & UNSUPPORTED) != 0)
            .check("not-next", "the caller is not the highest enabled VTL below it",
                    Answers.of(ACCESS_DENIED, INVALID_PARAMETER).qemu(INVALID_PARAMETER),
                    (caller, in) -> !Privileges.mayEnableOnPartition(caller, in.vtl));

    private boolean has(EnablePartitionFlag flag) {
        return (flags & flag.bit()) != 0;
    }
}

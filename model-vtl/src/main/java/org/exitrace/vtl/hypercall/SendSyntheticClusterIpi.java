package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.ACCESS_DENIED;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_INPUT;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;
import static org.exitrace.vtl.spec.HvStatus.INVALID_VTL_STATE;

import org.exitrace.vtl.spec.HvInputVtl;
import org.exitrace.vtl.spec.HvStatus;

/**
 * HvCallSendSyntheticClusterIpi: an interrupt for a VTL of some virtual processors, whatever VTL
 * they execute.
 *
 * <p>Source: docs/vtl.md b.3, d.4 R1, I-52.
 *
 * @param vector which
 * @param inputVtl for which VTL: {@link HvInputVtl}
 * @param isFast whether the input stands in registers
 */
public record SendSyntheticClusterIpi(long vector, int inputVtl, boolean isFast) {

    /** The least vector that can be sent. */
    public static final int LEAST_VECTOR = 0x10;
    /** The highest vector that can be sent. */
    public static final int HIGHEST_VECTOR = 0xFF;

    /** What is refused. */
    public static final Checks<SendSyntheticClusterIpi, HvStatus> CHECKS =
            new Checks<SendSyntheticClusterIpi, HvStatus>("SEND_SYNTHETIC_CLUSTER_IPI")
            .check("fast-vtl", "in registers there is no room for a VTL",
                    Answers.unasked().qemu(INVALID_HYPERCALL_INPUT),
                    (caller, in) -> in.isFast && in.inputVtl != HvInputVtl.OWN)
            .check("vector", "the vector is none that can be sent",
                    Answers.of(INVALID_PARAMETER, INVALID_HYPERCALL_INPUT)
                            .qemu(INVALID_HYPERCALL_INPUT).openvmm(INVALID_PARAMETER),
                    (caller, in) -> in.vector < LEAST_VECTOR || in.vector > HIGHEST_VECTOR)
            .check("vtl", "the byte names no VTL",
                    Answers.of(INVALID_HYPERCALL_INPUT, INVALID_PARAMETER, ACCESS_DENIED)
                            .openvmm(INVALID_PARAMETER),
                    (caller, in) -> Privileges.isUnknown(caller, in.inputVtl))
            .check("other-than-vtl0", "another VTL than VTL0 is named",
                    Answers.unasked().openvmm(INVALID_VTL_STATE),
                    (caller, in) -> HvInputVtl.USE_TARGET_VTL.isSetIn(in.inputVtl)
                            && HvInputVtl.TARGET_VTL.isSetIn(in.inputVtl));
}

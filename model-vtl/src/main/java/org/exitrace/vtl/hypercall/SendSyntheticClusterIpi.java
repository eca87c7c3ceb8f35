package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.ACCESS_DENIED;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_INPUT;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;
import static org.exitrace.vtl.spec.HvStatus.INVALID_VTL_STATE;

import org.exitrace.vtl.design.StatusDialect;
import org.exitrace.vtl.spec.HvInputVtl;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VtlNumber;

/**
 * HvCallSendSyntheticClusterIpi and the call that ends in Ex: an interrupt for a VTL of some
 * virtual processors, whatever VTL they execute.
 *
 * <p>Source: docs/vtl.md b.3, d.4 R1, I-52.
 *
 * @param vector which
 * @param inputVtl for which VTL: {@link HvInputVtl}
 * @param isFast whether the input stands in registers
 * @param isReservedSet whether a byte behind that of the VTL is not 0
 * @param set to which virtual processors
 */
public record SendSyntheticClusterIpi(long vector, int inputVtl, boolean isFast,
        boolean isReservedSet, ProcessorSet set) implements NamesProcessorSet {

    /** The least vector that can be sent. */
    public static final int LEAST_VECTOR = 0x10;
    /** The highest vector that can be sent. */
    public static final int HIGHEST_VECTOR = 0xFF;

    /** What is refused. */
    public static final Checks<SendSyntheticClusterIpi, HvStatus> CHECKS = ofAny(reserved(
            new Checks<SendSyntheticClusterIpi, HvStatus>("SEND_SYNTHETIC_CLUSTER_IPI")
            .check("fast-vtl", "in registers there is no room for a VTL",
                    Answers.unasked().qemu(INVALID_HYPERCALL_INPUT), (caller, in) -> in.isFast
                            && (in.inputVtl != HvInputVtl.OWN || in.isReservedSet))));

    /** What is refused of the call that ends in Ex. */
    public static final Checks<SendSyntheticClusterIpi, HvStatus> EX_CHECKS = ofAny(
            NamesProcessorSet.ofHeader(reserved(new Checks<>("SEND_SYNTHETIC_CLUSTER_IPI_EX"))));

    private static Checks<SendSyntheticClusterIpi, HvStatus> reserved(
            Checks<SendSyntheticClusterIpi, HvStatus> checks) {
        return checks.check("reserved", "a byte behind that of the VTL is set",
                Answers.unasked().openvmm(INVALID_PARAMETER), (caller, in) -> in.isReservedSet);
    }

    private static Checks<SendSyntheticClusterIpi, HvStatus> ofAny(
            Checks<SendSyntheticClusterIpi, HvStatus> checks) {
        return checks
            .check("vtl", "the byte names no VTL",
                    Answers.of(INVALID_HYPERCALL_INPUT, INVALID_PARAMETER, ACCESS_DENIED)
                            .openvmm(INVALID_PARAMETER),
                    (caller, in) -> Privileges.isUnknown(caller, in.inputVtl))
            .check("vtl-above", "the VTL is above the caller's",
                    Answers.unasked().openvmm(ACCESS_DENIED),
                    (caller, in) -> in.target(caller) > caller.vtl())
            .check("other-than-vtl0", "another VTL than VTL0 is meant",
                    Answers.unasked().openvmm(INVALID_VTL_STATE),
                    (caller, in) -> in.target(caller) != VtlNumber.LOWEST)
            .check("vector", "the vector is none that can be sent",
                    Answers.of(INVALID_PARAMETER, INVALID_HYPERCALL_INPUT)
                            .qemu(INVALID_HYPERCALL_INPUT).openvmm(INVALID_PARAMETER),
                    (caller, in) -> !in.isSentToNobody(caller)
                            && (in.vector < LEAST_VECTOR || in.vector > HIGHEST_VECTOR));
    }

    /** The RFC's kernel is done with a set without a bank before it looks at the vector. */
    private boolean isSentToNobody(CallerView caller) {
        return caller.dialect() == StatusDialect.QEMU && set.hasNoBank();
    }

    private int target(CallerView caller) {
        return Privileges.target(caller, inputVtl);
    }
}

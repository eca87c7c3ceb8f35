package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.ACCESS_DENIED;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_CODE;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_INPUT;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARTITION_ID;

import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.InterruptType;

/**
 * HvCallAssertVirtualInterrupt: an interrupt for a VTL of some virtual processors, as a device
 * would send it. Its byte for the VTL is the level itself.
 *
 * <p>Source: docs/vtl.md b.3.
 *
 * @param partition which partition
 * @param vtl for which VTL
 * @param type {@link InterruptType}, by number
 * @param destination which local APICs
 * @param vector which
 * @param isReservedSet whether a reserved byte is not 0
 */
public record AssertVirtualInterrupt(long partition, int vtl, long type, long destination,
        long vector, boolean isReservedSet) {

    private static final long HIGHEST_VECTOR = 0xFF;
    private static final long HIGHEST_DESTINATION = 0xFFFFFFFFL;

    /** What is refused. */
    public static final Checks<AssertVirtualInterrupt, HvStatus> CHECKS =
            refusedByOpenVmm(new Checks<AssertVirtualInterrupt, HvStatus>(
                    "ASSERT_VIRTUAL_INTERRUPT")
            .check("not-known", "the implementation has no such call",
                    Answers.unasked().qemu(INVALID_HYPERCALL_CODE), (caller, in) -> true)
            .check("reserved", "a reserved byte of the input is set",
                    Answers.of(INVALID_HYPERCALL_INPUT, INVALID_PARAMETER)
                            .openvmm(INVALID_PARAMETER),
                    (caller, in) -> in.isReservedSet)
            .check("vtl", "the VTL is above the highest",
                    Answers.of(INVALID_PARAMETER, ACCESS_DENIED).openvmm(INVALID_PARAMETER),
                    (caller, in) -> in.vtl > caller.maximumVtl())
            .check("vtl-above", "the VTL is above the caller's",
                    Answers.of(ACCESS_DENIED).openvmm(ACCESS_DENIED),
                    (caller, in) -> in.vtl > caller.vtl())
            .check("partition", "the partition is another than the caller's",
                    Answers.of(INVALID_PARTITION_ID, ACCESS_DENIED).openvmm(ACCESS_DENIED),
                    (caller, in) -> Privileges.isForeign(in.partition)))
            .check("vector-without-use", "an interrupt that has no vector is given one",
                    Answers.of(INVALID_PARAMETER),
                    (caller, in) -> !InterruptType.hasVector(in.type) && in.vector != 0)
            .check("external-destination", "an external interrupt is sent to a processor",
                    Answers.of(INVALID_PARAMETER), (caller, in) -> in.destination != 0
                            && in.type == InterruptType.EXTERNAL.number());

    private static Checks<AssertVirtualInterrupt, HvStatus> refusedByOpenVmm(
            Checks<AssertVirtualInterrupt, HvStatus> checks) {
        return checks
            .check("vtl-same", "the VTL is the caller's own",
                    Answers.unasked().openvmm(ACCESS_DENIED),
                    (caller, in) -> in.vtl == caller.vtl())
            .check("type", "there is no such type of interrupt",
                    Answers.of(INVALID_PARAMETER).openvmm(INVALID_PARAMETER),
                    (caller, in) -> !InterruptType.isKnown(in.type))
            .check("other-type", "the interrupt is neither fixed nor an NMI",
                    Answers.unasked().openvmm(INVALID_PARAMETER),
                    (caller, in) -> in.type != InterruptType.FIXED.number()
                            && in.type != InterruptType.NMI.number())
            .check("destination", "the destination has more than 32 bits",
                    Answers.of(INVALID_PARAMETER).openvmm(INVALID_PARAMETER),
                    (caller, in) -> in.destination < 0 || in.destination > HIGHEST_DESTINATION)
            .check("vector", "the vector has more than 8 bits",
                    Answers.of(INVALID_PARAMETER).openvmm(INVALID_PARAMETER),
                    (caller, in) -> in.vector < 0 || in.vector > HIGHEST_VECTOR);
    }
}

package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.ACCESS_DENIED;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_INPUT;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARTITION_ID;
import static org.exitrace.vtl.spec.HvStatus.INVALID_VP_INDEX;
import static org.exitrace.vtl.spec.HvStatus.INVALID_VP_STATE;
import static org.exitrace.vtl.spec.HvStatus.INVALID_VTL_STATE;

import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VtlNumber;

/**
 * HvCallStartVirtualProcessor: a virtual processor begins in a VTL.
 *
 * <p>Source: docs/vtl.md b.3.
 *
 * @param partition which; only the caller's own
 * @param vp which virtual processor
 * @param inputVtl in which VTL: {@link org.exitrace.vtl.spec.HvInputVtl}
 */
public record StartVirtualProcessor(long partition, long vp, int inputVtl) {

    private static final int BSP = 0;

    /** What is refused. */
    public static final Checks<StartVirtualProcessor, HvStatus> CHECKS = levels(
            new Checks<StartVirtualProcessor, HvStatus>("START_VIRTUAL_PROCESSOR")
            .check("partition", "the partition is another than the caller's",
                    Answers.of(INVALID_PARTITION_ID, ACCESS_DENIED)
                            .qemu(INVALID_PARTITION_ID).openvmm(INVALID_PARTITION_ID),
                    (caller, in) -> Privileges.isForeign(in.partition))
            .check("vp", "there is no such virtual processor",
                    Answers.of(INVALID_VP_INDEX, INVALID_VP_STATE)
                            .qemu(INVALID_VP_INDEX).openvmm(INVALID_VP_INDEX),
                    (caller, in) -> Privileges.isNobody(caller, in.vp))
            .check("self", "the virtual processor is the caller's own",
                    Answers.of(INVALID_VP_INDEX, INVALID_VP_STATE)
                            .qemu(INVALID_VP_STATE).openvmm(INVALID_VP_INDEX),
                    (caller, in) -> !Privileges.isOther(caller, in.vp))
            .check("bsp", "the virtual processor is the first one",
                    Answers.unasked().qemu(INVALID_VP_STATE),
                    (caller, in) -> in.vp == BSP));

    private static Checks<StartVirtualProcessor, HvStatus> levels(
            Checks<StartVirtualProcessor, HvStatus> checks) {
        return checks
            .check("vtl", "the byte names no VTL",
                    Answers.of(INVALID_HYPERCALL_INPUT, INVALID_PARAMETER, ACCESS_DENIED)
                            .qemu(INVALID_PARAMETER).openvmm(INVALID_PARAMETER),
                    (caller, in) -> Privileges.isUnknown(caller, in.inputVtl))
            .check("vtl-above", "the VTL is above the caller's",
                    Answers.of(ACCESS_DENIED).qemu(INVALID_PARAMETER).openvmm(ACCESS_DENIED),
                    (caller, in) -> in.target(caller) > caller.vtl())
            .check("vtl-enabled", "the virtual processor has enabled the VTL",
                    Answers.unasked().qemu(INVALID_PARAMETER),
                    (caller, in) -> in.target(caller) > VtlNumber.LOWEST
                            && in.hasTarget(caller))
            .check("vtl-disabled", "the virtual processor has not enabled the VTL",
                    Answers.of(INVALID_VTL_STATE, INVALID_VP_STATE).openvmm(INVALID_VP_STATE),
                    (caller, in) -> !Privileges.isNobody(caller, in.vp)
                            && !in.hasTarget(caller))
            .check("denied", "a higher VTL denies lower ones to start processors",
                    Answers.of(ACCESS_DENIED).openvmm(ACCESS_DENIED),
                    (caller, in) -> Privileges.isStartDenied(caller))
            .check("started", "the virtual processor has been started",
                    Answers.same(INVALID_VP_STATE),
                    (caller, in) -> !Privileges.isNobody(caller, in.vp)
                            && caller.isStarted(Privileges.processor(caller, in.vp)));
    }

    private int target(CallerView caller) {
        return Privileges.target(caller, inputVtl);
    }

    private boolean hasTarget(CallerView caller) {
        int processor = Privileges.processor(caller, vp);
        return processor >= 0 && VtlNumber.isIn(target(caller), caller.vtlsOf(processor));
    }
}

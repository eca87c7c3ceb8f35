package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.ACCESS_DENIED;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_INPUT;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARTITION_ID;
import static org.exitrace.vtl.spec.HvStatus.INVALID_VP_INDEX;
import static org.exitrace.vtl.spec.HvStatus.INVALID_VP_STATE;

import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.TranslateFlag;

/**
 * HvCallTranslateVirtualAddress: walks the page tables of a VTL.
 *
 * <p>Source: docs/vtl.md b.3.
 *
 * @param partition which; only the caller's own
 * @param vp whose
 * @param flags what is asked: {@link TranslateFlag}
 */
public record TranslateVirtualAddress(long partition, long vp, long flags) {

    /** What is refused. */
    public static final Checks<TranslateVirtualAddress, HvStatus> CHECKS =
            new Checks<TranslateVirtualAddress, HvStatus>("TRANSLATE_VIRTUAL_ADDRESS")
            .check("partition", "the partition is another than the caller's",
                    Answers.of(INVALID_PARTITION_ID, ACCESS_DENIED)
                            .qemu(INVALID_PARTITION_ID).openvmm(ACCESS_DENIED),
                    (caller, in) -> Privileges.isForeign(in.partition))
            .check("vp", "there is no such virtual processor",
                    Answers.of(INVALID_VP_INDEX, ACCESS_DENIED).qemu(INVALID_VP_INDEX),
                    (caller, in) -> Privileges.isNobody(caller, in.vp))
            .check("other-vp", "the virtual processor is not the caller's own",
                    Answers.unasked().openvmm(ACCESS_DENIED),
                    (caller, in) -> Privileges.isOther(caller, in.vp))
            .check("vtl", "the byte names no VTL",
                    Answers.of(INVALID_HYPERCALL_INPUT, INVALID_PARAMETER, ACCESS_DENIED)
                            .qemu(INVALID_HYPERCALL_INPUT).openvmm(INVALID_PARAMETER),
                    (caller, in) -> Privileges.isUnknown(caller, in.inputVtl()))
            .check("vtl-above", "the VTL is above the caller's",
                    Answers.of(ACCESS_DENIED, INVALID_VP_STATE, INVALID_HYPERCALL_INPUT)
                            .qemu(INVALID_VP_STATE).openvmm(ACCESS_DENIED),
                    (caller, in) -> in.target(caller) > caller.vtl())
            .check("vtl-same", "the VTL is the caller's own",
                    Answers.unasked().openvmm(ACCESS_DENIED),
                    (caller, in) -> in.target(caller) == caller.vtl());

    private int inputVtl() {
        return (int) TranslateFlag.INPUT_VTL.in(flags);
    }

    private int target(CallerView caller) {
        return Privileges.target(caller, inputVtl());
    }
}

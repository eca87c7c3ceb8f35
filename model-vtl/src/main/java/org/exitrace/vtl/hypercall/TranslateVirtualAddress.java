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
public record TranslateVirtualAddress(long partition, long vp, long flags)
        implements NamesProcessor {

    /** What is refused. */
    public static final Checks<TranslateVirtualAddress, HvStatus> CHECKS =
            NamesProcessor.<TranslateVirtualAddress>checks(
                    "TRANSLATE_VIRTUAL_ADDRESS", ACCESS_DENIED)
            .check("vtl-above", "the VTL is above the caller's",
                    Answers.of(ACCESS_DENIED, INVALID_VP_STATE, INVALID_HYPERCALL_INPUT)
                            .qemu(INVALID_VP_STATE).openvmm(ACCESS_DENIED),
                    (caller, in) -> in.target(caller) > caller.vtl())
            .check("vtl-same", "the VTL is the caller's own",
                    Answers.unasked().openvmm(ACCESS_DENIED),
                    (caller, in) -> in.target(caller) == caller.vtl());

    @Override
    public int inputVtl() {
        return (int) TranslateFlag.INPUT_VTL.in(flags);
    }
}

package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_INPUT;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;

import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.TranslateFlag;

/**
 * HvCallTranslateVirtualAddressEx: the same walk as the shorter call's, and more of what it met.
 *
 * <p>Source: docs/vtl.md b.3.
 *
 * @param partition which; only the caller's own
 * @param vp whose
 * @param flags what is asked: {@link TranslateFlag}
 */
public record TranslateVirtualAddressEx(long partition, long vp, long flags)
        implements NamesProcessor {

    /** What is refused. */
    public static final Checks<TranslateVirtualAddressEx, HvStatus> CHECKS =
            NamesProcessor.<TranslateVirtualAddressEx>published("TRANSLATE_VIRTUAL_ADDRESS_EX")
            .check("flags", "a reserved bit of the control flags is set",
                    Answers.of(INVALID_HYPERCALL_INPUT, INVALID_PARAMETER),
                    (caller, in) -> TranslateFlag.hasReserved(in.flags));

    @Override
    public int inputVtl() {
        return (int) TranslateFlag.INPUT_VTL.in(flags);
    }
}

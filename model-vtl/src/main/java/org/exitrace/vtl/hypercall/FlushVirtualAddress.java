package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_INPUT;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;

import org.exitrace.vtl.spec.FlushFlag;
import org.exitrace.vtl.spec.HvStatus;

/**
 * The flushes of translations, of a whole space or of a list.
 *
 * <p>Source: docs/vtl.md b.2, b.3.
 *
 * @param flags what is to be reached: {@link FlushFlag}
 * @param isList whether a list of ranges is meant
 */
public record FlushVirtualAddress(long flags, boolean isList) {

    /** What is refused. */
    public static final Checks<FlushVirtualAddress, HvStatus> CHECKS =
            new Checks<FlushVirtualAddress, HvStatus>("FLUSH_VIRTUAL_ADDRESS")
            .check("list-non-global", "of a list the non-global translations alone",
                    Answers.of(INVALID_HYPERCALL_INPUT, INVALID_PARAMETER),
                    (caller, in) -> in.isList
                            && (in.flags & FlushFlag.NON_GLOBAL_MAPPINGS_ONLY.bit()) != 0);
}

package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_INPUT;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;

import org.exitrace.vtl.spec.HvStatus;

/** An input that names a set of virtual processors. Source: docs/vtl.md b.2, b.3. */
interface NamesProcessorSet {

    /** Which virtual processors. */
    ProcessorSet set();

    /** {@code checks}, and what is refused of a set that stands at the end of a header. */
    static <I extends NamesProcessorSet> Checks<I, HvStatus> ofHeader(
            Checks<I, HvStatus> checks) {
        return checks
            .check("set-format", "the set of processors has no format that is known",
                    Answers.of(INVALID_PARAMETER, INVALID_HYPERCALL_INPUT)
                            .openvmm(INVALID_PARAMETER),
                    (caller, in) -> in.set().isUnknown())
            .check("set-all", "the set of processors is written as all",
                    Answers.unasked().openvmm(INVALID_PARAMETER),
                    (caller, in) -> in.set().isAll())
            .check("set-banks", "other banks follow than the mask of the set tells",
                    Answers.of(INVALID_PARAMETER, INVALID_HYPERCALL_INPUT)
                            .qemu(INVALID_HYPERCALL_INPUT).openvmm(INVALID_PARAMETER),
                    (caller, in) -> in.set().hasOtherBanks());
    }
}

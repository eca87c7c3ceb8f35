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
 * @param set of which virtual processors
 */
public record FlushVirtualAddress(long flags, ProcessorSet set) implements NamesProcessorSet {

    /** What is refused of HvCallFlushVirtualAddressSpace. */
    public static final Checks<FlushVirtualAddress, HvStatus> SPACE_CHECKS =
            ofSpace(of("FLUSH_VIRTUAL_ADDRESS_SPACE"));
    /** What is refused of HvCallFlushVirtualAddressList. */
    public static final Checks<FlushVirtualAddress, HvStatus> LIST_CHECKS =
            ofList(of("FLUSH_VIRTUAL_ADDRESS_LIST"));
    /** What is refused of HvCallFlushVirtualAddressSpaceEx. */
    public static final Checks<FlushVirtualAddress, HvStatus> SPACE_EX_CHECKS =
            ofSpace(NamesProcessorSet.ofHeader(of("FLUSH_VIRTUAL_ADDRESS_SPACE_EX")));
    /** What is refused of HvCallFlushVirtualAddressListEx. */
    public static final Checks<FlushVirtualAddress, HvStatus> LIST_EX_CHECKS =
            ofList(NamesProcessorSet.ofHeader(of("FLUSH_VIRTUAL_ADDRESS_LIST_EX")));

    private static Checks<FlushVirtualAddress, HvStatus> of(String call) {
        return new Checks<>(call);
    }

    private static Checks<FlushVirtualAddress, HvStatus> ofSpace(
            Checks<FlushVirtualAddress, HvStatus> checks) {
        return ofAny(checks.check("extended", "extended ranges of a whole space",
                Answers.unasked().openvmm(INVALID_PARAMETER),
                (caller, in) -> FlushFlag.EXTENDED_RANGE_FORMAT.isIn(in.flags)));
    }

    private static Checks<FlushVirtualAddress, HvStatus> ofList(
            Checks<FlushVirtualAddress, HvStatus> checks) {
        return ofAny(checks.check("list-non-global", "of a list the non-global translations alone",
                Answers.of(INVALID_HYPERCALL_INPUT, INVALID_PARAMETER),
                (caller, in) -> FlushFlag.NON_GLOBAL_MAPPINGS_ONLY.isIn(in.flags)));
    }

    private static Checks<FlushVirtualAddress, HvStatus> ofAny(
            Checks<FlushVirtualAddress, HvStatus> checks) {
        return checks
            .check("flags", "a flag is set that no flush has",
                    Answers.of(INVALID_HYPERCALL_INPUT, INVALID_PARAMETER)
                            .openvmm(INVALID_PARAMETER),
                    (caller, in) -> FlushFlag.hasReserved(in.flags))
            .check("nobody", "no processor is named, and not all are meant",
                    Answers.unasked().openvmm(INVALID_PARAMETER),
                    (caller, in) -> in.set.isEmpty() && !in.set.isAll()
                            && !FlushFlag.ALL_PROCESSORS.isIn(in.flags));
    }
}

package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_CODE;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;

import org.exitrace.vtl.spec.HvStatus;

/**
 * HvCallSwitchVirtualAddressSpace: a write of CR3 that leaves translations alone.
 *
 * <p>Source: docs/vtl.md b.3.
 *
 * @param space what CR3 shall hold
 */
public record SwitchVirtualAddressSpace(long space) {

    /** What is refused. */
    public static final Checks<SwitchVirtualAddressSpace, HvStatus> CHECKS =
            new Checks<SwitchVirtualAddressSpace, HvStatus>("SWITCH_VIRTUAL_ADDRESS_SPACE")
            .check("not-known", "the implementation has no such call",
                    Answers.unasked().qemu(INVALID_HYPERCALL_CODE)
                            .openvmm(INVALID_HYPERCALL_CODE), (caller, in) -> true)
            .check("reserved", "CR3 may not hold that",
                    Answers.of(INVALID_PARAMETER),
                    (caller, in) -> in.space < 0 || in.space >= caller.addressLimit());
}

package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.ACCESS_DENIED;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_INPUT;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARTITION_ID;

import org.exitrace.vtl.spec.HvStatus;

/**
 * HvCallGetVpIndexFromApicId: the two numbers of a virtual processor need not agree.
 *
 * <p>Source: docs/vtl.md b.3, B49.
 *
 * @param partition which; only the caller's own
 * @param inputVtl whose APIC: {@link org.exitrace.vtl.spec.HvInputVtl}
 */
public record GetVpIndexFromApicId(long partition, int inputVtl) {

    /** What is refused before any id is looked at. */
    public static final Checks<GetVpIndexFromApicId, HvStatus> CHECKS =
            new Checks<GetVpIndexFromApicId, HvStatus>("GET_VP_INDEX_FROM_APIC_ID")
            .check("partition", "the partition is another than the caller's",
                    Answers.of(INVALID_PARTITION_ID, ACCESS_DENIED)
                            .qemu(INVALID_PARTITION_ID).openvmm(ACCESS_DENIED),
                    (caller, in) -> Privileges.isForeign(in.partition))
            .check("vtl", "the byte names no VTL",
                    Answers.of(INVALID_HYPERCALL_INPUT, INVALID_PARAMETER, ACCESS_DENIED)
                            .qemu(INVALID_PARAMETER).openvmm(INVALID_PARAMETER),
                    (caller, in) -> Privileges.isUnknown(caller, in.inputVtl));

    /** What is refused of each id. */
    public static final Checks<Integer, HvStatus> ID_CHECKS =
            new Checks<Integer, HvStatus>("GET_VP_INDEX_FROM_APIC_ID id")
            .check("apic-id", "no virtual processor has the id", Answers.same(INVALID_PARAMETER),
                    (caller, id) -> !caller.hasApicId(id));
}

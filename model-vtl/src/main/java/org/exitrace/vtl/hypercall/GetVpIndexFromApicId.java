package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.ACCESS_DENIED;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARTITION_ID;
import static org.exitrace.vtl.spec.HvStatus.INVALID_VTL_STATE;

import java.util.List;
import org.exitrace.vtl.design.StatusDialect;
import org.exitrace.vtl.spec.HvStatus;

/**
 * HvCallGetVpIndexFromApicId: the two numbers of a virtual processor need not agree.
 *
 * <p>Source: docs/vtl.md b.3, B49.
 *
 * @param partition which; only the caller's own
 * @param vtl whose local APIC: the level itself
 */
public record GetVpIndexFromApicId(long partition, int vtl) {

    /** What is refused before any id is looked at. */
    public static final Checks<GetVpIndexFromApicId, HvStatus> CHECKS =
            new Checks<GetVpIndexFromApicId, HvStatus>("GET_VP_INDEX_FROM_APIC_ID")
            .check("partition", "the partition is another than the caller's",
                    Answers.of(INVALID_PARTITION_ID, ACCESS_DENIED)
                            .qemu(INVALID_PARTITION_ID).openvmm(INVALID_PARTITION_ID),
                    (caller, in) -> Privileges.isForeign(in.partition))
            .check("vtl", "the VTL is above the highest",
                    Answers.of(INVALID_PARAMETER, ACCESS_DENIED, INVALID_VTL_STATE)
                            .qemu(INVALID_PARAMETER).openvmm(INVALID_PARAMETER),
                    (caller, in) -> in.vtl > caller.maximumVtl())
            .check("vtl-above", "the VTL is above the caller's",
                    Answers.of(ACCESS_DENIED, INVALID_VTL_STATE).openvmm(ACCESS_DENIED),
                    (caller, in) -> in.vtl > caller.vtl());

    /** What is refused of each id. */
    public static final Checks<Integer, HvStatus> ID_CHECKS =
            new Checks<Integer, HvStatus>("GET_VP_INDEX_FROM_APIC_ID id")
            .check("apic-id", "no virtual processor has the id", Answers.same(INVALID_PARAMETER),
                    (caller, id) -> !caller.hasApicId(id));

    /** What becomes of a list of ids: QEMU looks at the first, and tells that it was one. */
    public ListOutcome decide(CallerView caller, List<Integer> ids) {
        boolean looksAtOne = caller.dialect() == StatusDialect.QEMU && !ids.isEmpty();
        return ListOutcome.eachInTurn(caller, CHECKS.decide(caller, this), ID_CHECKS,
                looksAtOne ? ids.subList(0, 1) : ids, 0);
    }
}

package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.ACCESS_DENIED;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_CODE;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_INPUT;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARTITION_ID;

import org.exitrace.vtl.spec.HvStatus;

/**
 * HvCallCheckSparseGpaPageVtlAccess: which VTL would intercept an access of a lower one to each of
 * some pages.
 *
 * <p>Source: docs/vtl.md b.3.
 *
 * @param partition which; only the caller's own
 * @param inputVtl whose access: {@link org.exitrace.vtl.spec.HvInputVtl}
 * @param access what is tried, in the order of docs/vtl.md a.4
 */
public record CheckSparseGpaPageVtlAccess(long partition, int inputVtl, long access) {

    private static final long ALL_RIGHTS = 0xF;

    /** What is refused before any page is looked at. */
    public static final Checks<CheckSparseGpaPageVtlAccess, HvStatus> CHECKS =
            new Checks<CheckSparseGpaPageVtlAccess, HvStatus>("CHECK_SPARSE_GPA_PAGE_VTL_ACCESS")
            .check("not-known", "the implementation has no such call",
                    Answers.unasked().qemu(INVALID_HYPERCALL_CODE)
                            .openvmm(INVALID_HYPERCALL_CODE), (caller, in) -> true)
            .check("partition", "the partition is another than the caller's",
                    Answers.of(INVALID_PARTITION_ID, ACCESS_DENIED),
                    (caller, in) -> Privileges.isForeign(in.partition))
            .check("vtl", "the byte names no VTL",
                    Answers.of(INVALID_HYPERCALL_INPUT, INVALID_PARAMETER, ACCESS_DENIED),
                    (caller, in) -> Privileges.isUnknown(caller, in.inputVtl))
            .check("vtl-above", "the VTL is above the caller's", Answers.of(ACCESS_DENIED),
                    (caller, in) -> Privileges.target(caller, in.inputVtl) > caller.vtl())
            .check("access", "the access is none that a mask knows",
                    Answers.of(INVALID_PARAMETER), (caller, in) -> (in.access & ~ALL_RIGHTS) != 0);

    /** What is refused of each page. */
    public static final Checks<Long, HvStatus> PAGE_CHECKS =
            new Checks<Long, HvStatus>("CHECK_SPARSE_GPA_PAGE_VTL_ACCESS page")
            .check("page", "the page is no memory", Answers.of(INVALID_PARAMETER),
                    (caller, page) -> !caller.isMemory(page));
}

package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.ACCESS_DENIED;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_INPUT;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARTITION_ID;
import static org.exitrace.vtl.spec.HvStatus.INVALID_REGISTER_VALUE;
import static org.exitrace.vtl.spec.HvStatus.INVALID_VTL_STATE;
import static org.exitrace.vtl.spec.HvStatus.OPERATION_DENIED;

import org.exitrace.vtl.spec.AccessMask;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VtlNumber;

/**
 * HvCallModifyVtlProtectionMask: what a lower VTL may do with some pages. By the published text
 * the VTL that is named is the one whose rights change; OpenVMM takes it for the one that sets
 * them.
 *
 * <p>Source: docs/vtl.md b.3.
 *
 * @param partition which; only the caller's own
 * @param flags the rights, in the order of {@link org.exitrace.vtl.design.ProtectionBits}
 * @param inputVtl which VTL: {@link org.exitrace.vtl.spec.HvInputVtl}
 */
public record ModifyVtlProtectionMask(long partition, int flags, int inputVtl) {

    /** What is refused before any page is looked at. */
    public static final Checks<ModifyVtlProtectionMask, HvStatus> CHECKS = levels(
            new Checks<ModifyVtlProtectionMask, HvStatus>("MODIFY_VTL_PROTECTION_MASK")
            .check("partition", "the partition is another than the caller's",
                    Answers.of(INVALID_PARTITION_ID, ACCESS_DENIED)
                            .qemu(INVALID_PARTITION_ID).openvmm(ACCESS_DENIED),
                    (caller, in) -> Privileges.isForeign(in.partition))
            .check("vtl", "the byte names no VTL",
                    Answers.of(INVALID_HYPERCALL_INPUT, INVALID_PARAMETER, ACCESS_DENIED)
                            .qemu(INVALID_PARAMETER).openvmm(INVALID_PARAMETER),
                    (caller, in) -> Privileges.isUnknown(caller, in.inputVtl)));

    /** What is refused of each page; OpenVMM looks at all of them before it changes any. */
    public static final Checks<Long, HvStatus> PAGE_CHECKS =
            new Checks<Long, HvStatus>("MODIFY_VTL_PROTECTION_MASK page")
            .check("page", "the page is no memory",
                    Answers.of(INVALID_PARAMETER).openvmm(OPERATION_DENIED),
                    (caller, page) -> !caller.isMemory(page))
            .check("fixed", "the page is pinned, overlaid or shared",
                    Answers.unasked().openvmm(OPERATION_DENIED),
                    CallerView::isFixed);

    private static Checks<ModifyVtlProtectionMask, HvStatus> levels(
            Checks<ModifyVtlProtectionMask, HvStatus> checks) {
        return checks
            .check("vtl-not-lower", "the VTL is not below the caller's",
                    Answers.of(ACCESS_DENIED, INVALID_PARAMETER).qemu(ACCESS_DENIED),
                    (caller, in) -> in.target(caller) >= caller.vtl())
            .check("setter-disabled", "the VTL that shall set the rights is not enabled",
                    Answers.unasked().openvmm(INVALID_VTL_STATE),
                    (caller, in) -> !VtlNumber.isIn(
                            in.target(caller), caller.partitionVtls()))
            .check("setter-above", "the VTL that shall set the rights is above the caller's",
                    Answers.unasked().openvmm(ACCESS_DENIED),
                    (caller, in) -> in.target(caller) > caller.vtl())
            .check("setter-vtl0", "VTL0 sets no rights",
                    Answers.unasked().openvmm(INVALID_PARAMETER),
                    (caller, in) -> in.target(caller) == VtlNumber.LOWEST)
            .check("not-protecting", "the caller has not enabled protections",
                    Answers.of(ACCESS_DENIED),
                    (caller, in) -> !Privileges.protects(caller, caller.vtl()))
            .check("setter-not-protecting",
                    "the VTL that shall set the rights has not enabled protections",
                    Answers.unasked().openvmm(ACCESS_DENIED),
                    (caller, in) -> !Privileges.protects(caller, in.target(caller)))
            .check("flags", "what may be written or executed may not be read",
                    Answers.of(INVALID_PARAMETER, INVALID_REGISTER_VALUE)
                            .qemu(INVALID_PARAMETER).openvmm(INVALID_REGISTER_VALUE),
                    (caller, in) -> !AccessMask.isLegal(
                            caller.protectionBits().mask(in.flags)));
    }

    private int target(CallerView caller) {
        return Privileges.target(caller, inputVtl);
    }
}

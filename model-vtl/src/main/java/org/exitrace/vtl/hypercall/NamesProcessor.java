package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.ACCESS_DENIED;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_CODE;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_INPUT;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARTITION_ID;
import static org.exitrace.vtl.spec.HvStatus.INVALID_VP_INDEX;

import org.exitrace.vtl.spec.HvStatus;

/** An input that names a VTL of a virtual processor. Source: docs/vtl.md b.2, b.3. */
interface NamesProcessor {

    /** Which partition; only the caller's own. */
    long partition();

    /** Which virtual processor. */
    long vp();

    /** Of which VTL: {@link org.exitrace.vtl.spec.HvInputVtl}. */
    int inputVtl();

    /** The VTL that is meant. */
    default int target(CallerView caller) {
        return Privileges.target(caller, inputVtl());
    }

    /**
     * What is refused of each such input.
     *
     * @param otherVp what OpenVMM says of another virtual processor than the caller's
     */
    static <I extends NamesProcessor> Checks<I, HvStatus> checks(String call, HvStatus otherVp) {
        return new Checks<I, HvStatus>(call)
            .check("partition", "the partition is another than the caller's",
                    Answers.of(INVALID_PARTITION_ID, ACCESS_DENIED)
                            .qemu(INVALID_PARTITION_ID).openvmm(ACCESS_DENIED),
                    (caller, in) -> Privileges.isForeign(in.partition()))
            .check("vp", "there is no such virtual processor",
                    Answers.of(INVALID_VP_INDEX, ACCESS_DENIED).qemu(INVALID_VP_INDEX),
                    (caller, in) -> Privileges.isNobody(caller, in.vp()))
            .check("other-vp", "the virtual processor is not the caller's own",
                    Answers.unasked().openvmm(otherVp),
                    (caller, in) -> Privileges.isOther(caller, in.vp()))
            .check("vtl", "the byte names no VTL",
                    Answers.of(INVALID_HYPERCALL_INPUT, INVALID_PARAMETER, ACCESS_DENIED)
                            .qemu(INVALID_HYPERCALL_INPUT).openvmm(INVALID_PARAMETER),
                    (caller, in) -> Privileges.isUnknown(caller, in.inputVtl()));
    }

    /** The same of a call that neither implementation has: the published text alone counts. */
    static <I extends NamesProcessor> Checks<I, HvStatus> published(String call) {
        return new Checks<I, HvStatus>(call)
            .check("not-known", "the implementation has no such call",
                    Answers.unasked().qemu(INVALID_HYPERCALL_CODE)
                            .openvmm(INVALID_HYPERCALL_CODE), (caller, in) -> true)
            .check("partition", "the partition is another than the caller's",
                    Answers.of(INVALID_PARTITION_ID, ACCESS_DENIED),
                    (caller, in) -> Privileges.isForeign(in.partition()))
            .check("vp", "there is no such virtual processor",
                    Answers.of(INVALID_VP_INDEX, ACCESS_DENIED),
                    (caller, in) -> Privileges.isNobody(caller, in.vp()))
            .check("vtl", "the byte names no VTL",
                    Answers.of(INVALID_HYPERCALL_INPUT, INVALID_PARAMETER, ACCESS_DENIED),
                    (caller, in) -> Privileges.isUnknown(caller, in.inputVtl()))
            .check("vtl-above", "the VTL is above the caller's", Answers.of(ACCESS_DENIED),
                    (caller, in) -> in.target(caller) > caller.vtl());
    }
}

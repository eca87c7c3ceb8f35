package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.ACCESS_DENIED;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_INPUT;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARTITION_ID;
import static org.exitrace.vtl.spec.HvStatus.INVALID_VP_INDEX;
import static org.exitrace.vtl.spec.HvStatus.INVALID_VP_STATE;
import static org.exitrace.vtl.spec.HvStatus.INVALID_VTL_STATE;
import static org.exitrace.vtl.spec.HvStatus.UNKNOWN_REGISTER_NAME;

import org.exitrace.vtl.spec.HvInputVtl;
import org.exitrace.vtl.spec.HvRegister;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VtlNumber;

/**
 * HvCallGetVpRegisters and HvCallSetVpRegisters: whose registers.
 *
 * <p>Source: docs/vtl.md b.3, I-46.
 *
 * @param partition which; only the caller's own
 * @param vp which virtual processor
 * @param inputVtl of which VTL: {@link org.exitrace.vtl.spec.HvInputVtl}
 */
public record VpRegisters(long partition, long vp, int inputVtl) implements NamesProcessor {

    /** What is refused before any register is read. */
    public static final Checks<VpRegisters, HvStatus> GET_CHECKS =
            checks("GET_VP_REGISTERS", ACCESS_DENIED);

    /** What is refused before any register is written. */
    public static final Checks<VpRegisters, HvStatus> SET_CHECKS =
            checks("SET_VP_REGISTERS", INVALID_VP_INDEX);

    /** What is refused of each register that is read. */
    public static final Checks<RegisterAccess, HvStatus> READ_CHECKS =
            names("GET_VP_REGISTERS name");

    /** Those of {@code vtl} of the caller's own virtual processor. */
    public static VpRegisters own(int vtl) {
        return new VpRegisters(
                VtlNumber.PARTITION_SELF, VtlNumber.VP_SELF, HvInputVtl.of(vtl));
    }

    private static Checks<VpRegisters, HvStatus> checks(String call, HvStatus otherVp) {
        return NamesProcessor.<VpRegisters>checks(call, otherVp)
            .check("vtl-above", "the VTL is above the caller's", Answers.same(ACCESS_DENIED),
                    (caller, in) -> in.target(caller) > caller.vtl())
            .check("vtl-disabled", "the virtual processor has not enabled the VTL",
                    Answers.of(INVALID_VTL_STATE, INVALID_VP_STATE, INVALID_PARAMETER),
                    (caller, in) -> !Privileges.isNobody(caller, in.vp) && !VtlNumber.isIn(
                            in.target(caller),
                            caller.vtlsOf(Privileges.processor(caller, in.vp))));
    }

    /** What is refused of any register, read or written. */
    static Checks<RegisterAccess, HvStatus> names(String call) {
        return new Checks<RegisterAccess, HvStatus>(call)
            .check("unknown", "there is no such register",
                    Answers.of(INVALID_PARAMETER, UNKNOWN_REGISTER_NAME)
                            .qemu(INVALID_PARAMETER).openvmm(INVALID_PARAMETER),
                    (caller, in) -> HvRegister.of(in.name()).isEmpty())
            .check("no-instance", "the VTL has no such register",
                    Answers.of(INVALID_PARAMETER, ACCESS_DENIED).openvmm(INVALID_PARAMETER),
                    (caller, in) -> in.vtl() < in.lowestVtl());
    }
}

package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.hypercall.Fault.INVALID_OPCODE;
import static org.exitrace.vtl.hypercall.Fault.RUN_LOOP_ERROR;

import org.exitrace.vtl.spec.BitField;
import org.exitrace.vtl.spec.VtlNumber;

/**
 * HvCallVtlCall and HvCallVtlReturn: where nothing is violated, the next enabled VTL above or
 * below goes on.
 *
 * <p>Source: docs/vtl.md b.3, I-13, I-14.
 *
 * @param control the control input
 * @param isFast whether the hypercall's control word says that the input stands in registers
 */
public record VtlSwitch(long control, boolean isFast) {

    /** A return that leaves RAX and RCX as they are. */
    public static final BitField FAST_RETURN = BitField.bit("FastReturn", 0);

    /** What is refused of a VTL call. */
    public static final Checks<VtlSwitch, Fault> CALL_CHECKS = entry("VTL_CALL")
            .check("no-higher-vtl", "the virtual processor has enabled no higher VTL",
                    Answers.of(INVALID_OPCODE).qemu(RUN_LOOP_ERROR).openvmm(INVALID_OPCODE),
                    (caller, in) -> target(caller, true) == VtlNumber.NONE)
            .check("control", "the control input is not 0",
                    Answers.of(INVALID_OPCODE).openvmm(INVALID_OPCODE),
                    (caller, in) -> in.control != 0);

    /** What is refused of a VTL return. */
    public static final Checks<VtlSwitch, Fault> RETURN_CHECKS = entry("VTL_RETURN")
            .check("no-lower-vtl", "the virtual processor has enabled no lower VTL",
                    Answers.of(INVALID_OPCODE).qemu(RUN_LOOP_ERROR).openvmm(INVALID_OPCODE),
                    (caller, in) -> target(caller, false) == VtlNumber.NONE)
            .check("control", "the control input has another bit than that of a fast return",
                    Answers.of(INVALID_OPCODE).openvmm(INVALID_OPCODE),
                    (caller, in) -> (in.control & ~FAST_RETURN.mask()) != 0)
            .check("fast", "the control word of the hypercall says fast",
                    Answers.<Fault>of().openvmm(INVALID_OPCODE),
                    (caller, in) -> in.isFast);

    private static Checks<VtlSwitch, Fault> entry(String call) {
        return new Checks<VtlSwitch, Fault>(call)
            .check("user-mode", "the caller is not at CPL 0", Answers.same(INVALID_OPCODE),
                    (caller, in) -> !caller.isPrivileged())
            .check("real-mode", "the caller is in real mode", Answers.same(INVALID_OPCODE),
                    (caller, in) -> caller.isRealMode());
    }

    /** The VTL to which {@code caller} comes; {@link VtlNumber#NONE} if there is none. */
    public static int target(CallerView caller, boolean isCall) {
        int enabled = caller.vtlsOf(caller.vp());
        return isCall ? VtlNumber.nextAbove(caller.vtl(), enabled)
                : VtlNumber.nextBelow(caller.vtl(), enabled);
    }
}

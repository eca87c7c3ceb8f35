package org.exitrace.vtl.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.vtl.state.Exit;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlCosts;
import org.exitrace.vtl.state.VtlResults;

/** Hypercalls as operations of guest code: a step out, and one that reads what came back. */
public final class CallOperations {

    private static final String GET = "get-register";
    private static final String SET = "set-register";
    private static final String SEND = "send-ipi";

    private CallOperations() {
    }

    /** All of them in a machine of that size; {@code number} is that of a call in its table. */
    public static List<Operation<Vtl>> all(VtlBounds bounds, Function<HvCall, Integer> number) {
        Parameter vtl = Parameter.number("vtl", 0, bounds.vtls() - 1L, "whose");
        Parameter register = Parameter.word("register", Register.words(), "which register");
        List<String> got = new ArrayList<>(List.of(VtlResults.ACCESS_DENIED));
        got.addAll(VtlResults.values());
        List<Operation<Vtl>> all = new ArrayList<>(List.of(
                operation(GET, "HvCallGetVpRegisters: reads a register of a VTL of its own"
                        + " virtual processor", got, number, vtl, register),
                operation(SET, "HvCallSetVpRegisters: writes a register of a VTL of its own"
                        + " virtual processor", statuses(), number, vtl, register,
                        Parameter.number("value", 0, Register.MOST, "what it shall hold")),
                operation(SEND, "HvCallSendSyntheticClusterIpi: sends an interrupt to a VTL of a"
                        + " virtual processor", statuses(), number,
                        Parameter.number("vp", 0, bounds.vps() - 1L, "to which virtual processor"),
                        vtl, Parameter.number("vector", 0, bounds.vectors() - 1L,
                                "which vector; the higher goes first"))));
        all.addAll(PartitionOperations.all(bounds, number));
        return all;
    }

    /** The call that the operation of that name makes with {@code given}; empty if none. */
    static Optional<HvCall> find(String operation, Arguments given) {
        return switch (operation) {
            case GET -> Optional.of(new GetRegister(
                    given.number("vtl"), Register.of(given.word("register"))));
            case SET -> Optional.of(new SetRegister(given.number("vtl"),
                    Register.of(given.word("register")), given.number("value")));
            case SEND -> Optional.of(new SendIpi(
                    given.number("vp"), given.number("vtl"), given.number("vector")));
            default -> PartitionOperations.find(operation, given);
        };
    }

    private static boolean isAnswered(Vtl vtl) {
        vtl.retires();
        return !vtl.result.isNone();
    }

    private static List<String> statuses() {
        return List.of(VtlResults.SUCCESS, VtlResults.ACCESS_DENIED);
    }

    static Operation<Vtl> operation(String name, String meaning, List<String> results,
            Function<HvCall, Integer> number, Parameter... taken) {
        return Operation.<Vtl>named(name, meaning, vtl -> vtl.result).takes(taken)
                .gives(results.toArray(String[]::new)).from("docs/vtl.md b.2")
                .does(given -> routine(name, number.apply(find(name, given).orElseThrow())));
    }

    private static Routine<Vtl> routine(String name, int number) {
        return Routine.named(name, "docs/vtl.md b.1", code -> code.forever(loop -> loop
                .step("VMCALL", vtl -> {
                    vtl.retires();
                    vtl.call.become(number);
                    vtl.leave(Exit.HYPERCALL);
                }).costs(VtlCosts.INSTRUCTION)
                .test("read the status, if RIP went on", CallOperations::isAnswered,
                        yes -> yes.leave()).costs(VtlCosts.INSTRUCTION)));
    }
}

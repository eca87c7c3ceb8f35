package org.exitrace.vtl.guest;

import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;
import org.exitrace.vtl.state.VtlResults;

/** Instructions that leave the guest alone: registers. */
final class Instructions {

    private Instructions() {
    }

    static List<Operation<Vtl>> all() {
        Parameter register = Parameter.word("register", Register.words(), "which register");
        return List.of(
                Operation.<Vtl>named("mov", "writes a register", vtl -> vtl.result)
                        .takes(register, Parameter.number(
                                "value", 0, Register.MOST, "what it shall hold"))
                        .does(given -> write(
                                Register.of(given.word("register")), given.number("value"))),
                Operation.<Vtl>named("check", "reads a register", vtl -> vtl.result)
                        .takes(register).gives(VtlResults.values().toArray(String[]::new))
                        .does(given -> read(Register.of(given.word("register")))));
    }

    private static Routine<Vtl> write(Register register, int value) {
        return instruction("mov", register.word() + " = " + value,
                vtl -> vtl.register(register).become(value));
    }

    private static Routine<Vtl> read(Register register) {
        return instruction("check", "read " + register.word(), vtl -> vtl.result.become(
                Integer.toString(vtl.register(register).get())));
    }

    /** One instruction that is carried out at once. */
    static Routine<Vtl> instruction(String routine, String name, Consumer<Vtl> effect) {
        return Routine.named(routine, "", code -> code.step(name, vtl -> {
            vtl.retires();
            effect.accept(vtl);
        }).costs(VtlCosts.INSTRUCTION));
    }
}

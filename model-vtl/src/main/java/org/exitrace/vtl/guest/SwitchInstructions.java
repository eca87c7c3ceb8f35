package org.exitrace.vtl.guest;

import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.vtl.spec.EntryReason;
import org.exitrace.vtl.state.Exit;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;
import org.exitrace.vtl.state.VtlResults;

/** VTL call, VTL return, and what an entered VTL reads of its control block. */
final class SwitchInstructions {

    private SwitchInstructions() {
    }

    static List<Operation<Vtl>> all() {
        return List.of(
                Operation.<Vtl>named("vtl-call", "HvCallVtlCall: to the next enabled VTL above",
                        vtl -> vtl.result).gives(VtlResults.UD).from("docs/vtl.md c.1 E1")
                        .does(given -> call()),
                Operation.<Vtl>named("vtl-return",
                        "HvCallVtlReturn: to the next enabled VTL below", vtl -> vtl.result)
                        .takes(Parameter.flag("fast", "whether RAX and RCX stay as they are")
                                .usually(false))
                        .gives(VtlResults.UD).from("docs/vtl.md c.1")
                        .does(given -> giveBack(given.flag("fast"))),
                Operation.<Vtl>named("entry-reason", "reads EntryReason of its control block",
                        vtl -> vtl.result).gives(reasons()).from("docs/vtl.md a.3")
                        .does(given -> Instructions.instruction("entry-reason",
                                "read the control block", vtl -> vtl.result.become(
                                        vtl.entryReason.get().name()))),
                Operation.<Vtl>named("return-rax", "writes the RAX that a VTL return restores",
                        vtl -> vtl.result).takes(Parameter.number("value", 0,
                                Register.MOST, "what RAX shall hold"))
                        .from("docs/vtl.md a.3")
                        .does(given -> Instructions.instruction("return-rax",
                                "write the control block", vtl -> vtl.returnRax.become(
                                        given.number("value")))));
    }

    private static String[] reasons() {
        return Arrays.stream(EntryReason.values()).map(Enum::name)
                .toArray(String[]::new);
    }

    /** Whether there is a VTL above is the host's question: it may have to raise #UD. */
    static Routine<Vtl> call() {
        return Routine.named("vtl-call", "docs/vtl.md b.3", code -> code.forever(call -> call
                .step("VMCALL", vtl -> leave(vtl, Exit.VTL_CALL)).costs(VtlCosts.INSTRUCTION)
                .test("go on", SwitchInstructions::goesOn, Block::leave)
                .costs(VtlCosts.INSTRUCTION)));
    }

    private static boolean goesOn(Vtl vtl) {
        vtl.retires();
        return !vtl.callsAgain();
    }

    static Routine<Vtl> giveBack(boolean fast) {
        return Routine.named("vtl-return", "docs/vtl.md b.3", code -> code
                .step("VMCALL", vtl -> leave(
                        vtl, fast ? Exit.FAST_VTL_RETURN : Exit.VTL_RETURN))
                .costs(VtlCosts.INSTRUCTION)
                .step("go on", Vtl::retires).mayRest().costs(VtlCosts.INSTRUCTION));
    }

    private static void leave(Vtl vtl, Exit exit) {
        vtl.retires();
        vtl.leave(exit);
    }
}

package org.exitrace.vtl.guest;

import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlCosts;

/**
 * What a VTL does with the interrupts of its own local APIC. What no longer masks an interrupt that
 * waits lets it in at once, as processors with virtual interrupt delivery do.
 */
final class InterruptInstructions {

    private InterruptInstructions() {
    }

    static List<Operation<Vtl>> all(VtlBounds bounds) {
        return List.of(
                Operation.<Vtl>named("take-interrupt", "waits until a vector was delivered",
                        vtl -> vtl.result).takes(Parameter.number(
                                "vector", 0, bounds.vectors() - 1L, "which vector"))
                        .does(given -> take(given.number("vector"))),
                Operation.<Vtl>named("eoi", "ends the highest vector that was delivered",
                        vtl -> vtl.result).does(Instructions.instruction(
                                "eoi", "write EOI", vtl -> {
                                    vtl.lapic.end();
                                    vtl.opensWindow();
                                })),
                Operation.<Vtl>named("take-nmi", "waits until an NMI was delivered",
                        vtl -> vtl.result).from("docs/vtl.md c.1 E5").does(takeNmi()),
                Operation.<Vtl>named("iret", "ends the NMI that was delivered",
                        vtl -> vtl.result).from("docs/vtl.md c.1 E5").does(
                                Instructions.instruction("iret", "IRET", vtl -> {
                                    vtl.lapic.endNmi();
                                    vtl.opensWindow();
                                })),
                Operation.<Vtl>named("set-tpr", "masks the vectors below a class",
                        vtl -> vtl.result).takes(Parameter.number("class", 0, bounds.vectors(),
                                "the class up to which vectors are masked"))
                        .does(given -> Instructions.instruction("set-tpr", "write TPR",
                                vtl -> {
                                    vtl.lapic.tpr.become(given.number("class"));
                                    vtl.opensWindow();
                                })),
                Operation.<Vtl>named("cli", "clears RFLAGS.IF", vtl -> vtl.result)
                        .does(Instructions.instruction("cli", "clear IF",
                                vtl -> vtl.lapic.interruptFlag.clear())),
                Operation.<Vtl>named("sti", "sets RFLAGS.IF", vtl -> vtl.result)
                        .does(Instructions.instruction("sti", "set IF",
                                vtl -> {
                                    vtl.lapic.interruptFlag.raise();
                                    vtl.opensWindow();
                                })));
    }

    private static Routine<Vtl> takeNmi() {
        return Routine.named("take-nmi", "docs/vtl.md c.1 E5", code -> code
                .await("an NMI is delivered", vtl -> vtl.lapic.isInNmi(), Vtl::retires)
                .costs(VtlCosts.INSTRUCTION));
    }

    private static Routine<Vtl> take(int vector) {
        return Routine.named("take-interrupt", "", code -> code
                .await("vector " + vector + " is delivered",
                        vtl -> vtl.lapic.isDelivered(vector), vtl -> {
                            vtl.retires();
                            if (vtl.lapic.begins(vector)) {
                                vtl.opensWindow();
                            }
                        })
                .costs(VtlCosts.INSTRUCTION));
    }
}

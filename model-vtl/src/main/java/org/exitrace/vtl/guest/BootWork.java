package org.exitrace.vtl.guest;

import java.util.List;
import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Choices;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.state.CountCell;
import org.exitrace.vtl.call.BootCalls;
import org.exitrace.vtl.call.CallOperations;
import org.exitrace.vtl.call.HvCall;
import org.exitrace.vtl.state.Access;
import org.exitrace.vtl.state.MessageSlot;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A workload shaped like the boot of a guest with a secure kernel: VTL0 computes, writes pages,
 * calls VTL1 and sends it interrupts, and has a timer that ticks; {@link BootService} is VTL1's
 * part. What comes next is what a profile lets wait for the shortest time, so that a seed chooses.
 * The mix is ours: nobody published one (docs/vtl.md d.9).
 */
final class BootWork {

    private static final String SOURCE = "docs/vtl.md d.9";
    private static final int SINT = 0;

    private final VtlBounds bounds;
    private final Function<HvCall, Integer> number;

    private BootWork(VtlBounds bounds, Function<HvCall, Integer> number) {
        this.bounds = bounds;
        this.number = number;
    }

    /** What the two VTLs do; {@code rounds} counts those of VTL0. */
    static List<Operation<Vtl>> all(VtlBounds bounds, Function<HvCall, Integer> number,
            Function<Vtl, CountCell> rounds) {
        BootWork work = new BootWork(bounds, number);
        BootService service = new BootService(bounds, number);
        return List.of(
                Operation.<Vtl>named(BootCalls.BOOT, "computes, writes pages, calls VTL1 and sends"
                        + " it interrupts, in an order that a seed chooses, while a timer ticks",
                        vtl -> vtl.result)
                        .takes(Parameter.number("rounds", 1, VtlBounds.MOST_ROUNDS,
                                "how many of these it does")).from(SOURCE)
                        .does(given -> work.boot(given.number("rounds"), rounds)),
                Operation.<Vtl>named(BootCalls.SERVE, "whenever VTL1 is entered: lets VTL0 write"
                        + " a page that it wanted to write, or protects some; then returns",
                        vtl -> vtl.result).from(SOURCE).does(given -> service.routine()));
    }

    private Routine<Vtl> boot(int rounds, Function<Vtl, CountCell> counter) {
        return Routine.named(BootCalls.BOOT, SOURCE, code -> {
            if (hasTimer()) {
                arm(code);
            }
            code.repeat(rounds, counter, body -> body.either("what comes next", this::offer));
        });
    }

    private void offer(Choices<Vtl> choices) {
        choices.always("compute", Vtl::retires, then -> { })
                .costs(VtlCosts.INSTRUCTION).after(VtlCosts.NEXT_COMPUTE);
        choices.always("turn to VTL1", Vtl::retires,
                then -> then.call(SwitchInstructions.call()))
                .costs(VtlCosts.INSTRUCTION).after(VtlCosts.NEXT_CALL);
        for (int vp = 0; vp < bounds.vps(); vp++) {
            int target = vp;
            choices.always("turn to vp" + vp, Vtl::retires,
                    then -> hypercall(then, number.apply(BootCalls.interrupt(target))))
                    .costs(VtlCosts.INSTRUCTION).after(VtlCosts.NEXT_INTERRUPT);
        }
        for (int page = 0; page < bounds.pages(); page++) {
            int written = page;
            choices.always("turn to page " + page, Vtl::retires,
                    then -> then.call(PageInstructions.access(
                            written, Access.WRITE, (vtl, number) -> { })))
                    .costs(VtlCosts.INSTRUCTION).after(VtlCosts.NEXT_WRITE);
        }
        if (hasTimer()) {
            choices.when("take the tick", BootWork::ticks, Vtl::retires, this::tick)
                    .costs(VtlCosts.INSTRUCTION);
        }
    }

    private boolean hasTimer() {
        return bounds.parts().sints() > 0;
    }

    private static MessageSlot slot(Vtl vtl) {
        return vtl.synic().slots().get(SINT);
    }

    private static boolean ticks(Vtl vtl) {
        return !vtl.lapic.isr.isEmpty();
    }

    private void tick(Block<Vtl> code) {
        code.step("read the message and empty the slot", vtl -> {
            vtl.retires();
            slot(vtl).clear();
        }).costs(VtlCosts.INSTRUCTION);
        endInterrupt(code, "end the interrupt");
        arm(code);
    }

    private static void arm(Block<Vtl> code) {
        code.step("arm the timer", vtl -> {
            vtl.retires();
            vtl.synic().timers().get(0).arm(SINT);
        }).costs(VtlCosts.INSTRUCTION);
    }

    static void endInterrupt(Block<Vtl> code, String name) {
        code.step(name, vtl -> {
            vtl.retires();
            vtl.lapic.end();
        }).costs(VtlCosts.INSTRUCTION);
    }

    static void hypercall(Block<Vtl> code, int call) {
        code.local(vtl -> vtl.result.clear()).call(CallOperations.routine("hypercall", call));
    }
}

package org.exitrace.vtl.guest;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.call.BootCalls;
import org.exitrace.vtl.call.HvCall;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlCosts;

/**
 * VTL1's part of a workload that is shaped like a boot: whenever it is entered it gives back the
 * page of an intercept, or protects one, or nothing; then it returns. It returns with interrupts
 * kept out: one that it had in service would keep the next one from entering it.
 */
final class BootService {

    private final VtlBounds bounds;
    private final Function<HvCall, Integer> number;

    BootService(VtlBounds bounds, Function<HvCall, Integer> number) {
        this.bounds = bounds;
        this.number = number;
    }

    Routine<Vtl> routine() {
        return Routine.named(BootCalls.SERVE, "docs/vtl.md d.9", code -> code.forever(loop -> {
            loop.step("let interrupts in", vtl -> {
                vtl.retires();
                vtl.lapic.interruptFlag.raise();
                vtl.opensWindow();
            }).costs(VtlCosts.INSTRUCTION).mayRest();
            BootWork.endInterrupt(loop, "end the interrupt, if one came");
            if (bounds.pages() > 0) {
                loop.test("read the intercept", BootService::isTold, this::release, this::protect)
                        .costs(VtlCosts.INSTRUCTION);
            }
            loop.step("keep interrupts out", vtl -> {
                vtl.retires();
                vtl.lapic.interruptFlag.clear();
            }).costs(VtlCosts.INSTRUCTION);
            BootWork.endInterrupt(loop, "end the interrupt that came meanwhile");
            loop.local(vtl -> vtl.result.clear()).call(SwitchInstructions.giveBack(false));
        }));
    }

    private static boolean isTold(Vtl vtl) {
        vtl.retires();
        boolean told = vtl.view().told.full.isSet();
        if (told) {
            vtl.view().heedsIntercept(vtl);
        }
        return told;
    }

    private void release(Block<Vtl> code) {
        code.select(vtl -> vtl.view().told.page.get(), IntStream
                .range(0, bounds.pages()).<Consumer<Block<Vtl>>>mapToObj(
                        page -> way -> BootWork.hypercall(
                                way, number.apply(BootCalls.release(page)))).toList());
        code.step("forget the intercept", vtl -> {
            vtl.retires();
            vtl.view().told.clear();
            if (bounds.parts().sints() > 0) {
                vtl.synic().slots().get(0).clear();
            }
        }).costs(VtlCosts.INSTRUCTION);
    }

    private void protect(Block<Vtl> code) {
        code.either("what to protect", choices -> {
            choices.always("nothing", Vtl::retires, then -> { })
                    .costs(VtlCosts.INSTRUCTION).after(VtlCosts.NEXT_RETURN);
            for (int page = 0; page < bounds.pages(); page++) {
                int chosen = page;
                choices.always("page " + page, Vtl::retires, then -> BootWork.hypercall(
                        then, number.apply(BootCalls.protect(chosen))))
                        .costs(VtlCosts.INSTRUCTION).after(VtlCosts.NEXT_PROTECT);
            }
        });
    }
}

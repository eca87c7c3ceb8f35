package org.exitrace.vtl.host;

import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/** Before a VTL is entered: is it told of interrupts that wait for those below it? */
public final class VinaChecks {

    private VinaChecks() {
    }

    /** Writes it for a virtual processor with {@code vtls} VTLs; each APIC is read by itself. */
    public static <S> void write(Block<S> code, int vtls, Function<S, Vp> processor) {
        for (int active = 1; active < vtls; active++) {
            int above = active;
            code.when(thread -> isEnabled(processor.apply(thread), above), enabled -> {
                for (int lower = 0; lower < above; lower++) {
                    check(enabled, above, lower, processor);
                }
            });
        }
    }

    private static <S> void check(
            Block<S> code, int above, int lower, Function<S, Vp> processor) {
        code.test("does vtl" + above + " want to know of IRR of vtl" + lower + "?",
                thread -> {
                    Vp vp = processor.apply(thread);
                    return vp.vtl(above).vina().isDue(vp.vtl(lower));
                }, yes -> yes.step("assert VINA of vtl" + above, thread -> {
                    Vtl vtl = processor.apply(thread).vtl(above);
                    vtl.vina().fire(vtl, vtl.vp().vtl(lower));
                }).costs(VtlCosts.ACCESS)).costs(VtlCosts.ACCESS);
    }

    private static boolean isEnabled(Vp vp, int above) {
        return vp.active.get() == above && vp.vtl(above).vina().enabled.isSet();
    }
}

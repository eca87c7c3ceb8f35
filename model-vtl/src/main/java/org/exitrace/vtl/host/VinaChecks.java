package org.exitrace.vtl.host;

import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * Before a VTL is entered: is it told of interrupts that wait for those below it?
 *
 * @param vtls VTLs of a virtual processor
 * @param processor the virtual processor of a thread
 * @param looks what a look at a local APIC costs
 * @param raises what VinaAsserted and the request of the vector cost
 * @param <S> the thread that enters VTLs
 */
public record VinaChecks<S>(
        int vtls, Function<S, Vp> processor, String looks, String raises) {

    /** Of whoever keeps the local APICs himself. */
    public VinaChecks(int vtls, Function<S, Vp> processor) {
        this(vtls, processor, VtlCosts.ACCESS, VtlCosts.ACCESS);
    }

    /** Writes it; each local APIC is read by itself. */
    public void write(Block<S> code) {
        for (int active = 1; active < vtls; active++) {
            int above = active;
            code.when(thread -> isEnabled(processor.apply(thread), above), enabled -> {
                for (int lower = 0; lower < above; lower++) {
                    check(enabled, above, lower);
                }
            });
        }
    }

    private void check(Block<S> code, int above, int lower) {
        code.test("does vtl" + above + " want to know of IRR of vtl" + lower + "?",
                thread -> {
                    Vp vp = processor.apply(thread);
                    return vp.vtl(above).vina().isDue(vp.vtl(lower));
                }, yes -> yes.step("assert VINA of vtl" + above, thread -> {
                    Vtl vtl = processor.apply(thread).vtl(above);
                    vtl.vina().fire(vtl, vtl.vp().vtl(lower));
                }).costs(raises)).costs(looks);
    }

    private static boolean isEnabled(Vp vp, int above) {
        return vp.active.get() == above && vp.vtl(above).vina().enabled.isSet();
    }
}

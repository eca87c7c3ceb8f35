package org.exitrace.vtl.host;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.Vmm;
import org.exitrace.vtl.spec.EntryReason;
import org.exitrace.vtl.state.Vp;

/**
 * Whose turn it is, where one thread runs all VTLs of a virtual processor and keeps their local
 * APICs: who waits with an interrupt comes first, then whoever is called or returned to.
 *
 * @param duties how careful it is
 * @param vtls VTLs of a virtual processor
 * @param vp the virtual processor of a thread
 * @param crossing its next switch
 * @param cost of a look at a local APIC
 * @param <R> the thread
 */
public record Turns<R>(SwitchDuties duties, int vtls, Function<R, Vp> vp,
        Function<R, Crossing> crossing, String cost) {

    /** Begins a switch to a VTL above the active one that has an interrupt. */
    public void look(Block<R> code) {
        for (int i = 1; i < vtls; i++) {
            int vtl = duties.vmm() == Vmm.LOWEST_FIRST ? i : vtls - i;
            code.when(thread -> isAbove(thread, vtl), above -> above
                    .test("IRR of vtl" + vtl + " above PPR?",
                            thread -> duties.isDue(vp.apply(thread).vtl(vtl)), yes -> yes
                                    .local(thread -> crossing.apply(thread).begin(
                                            vp.apply(thread).vtl(vtl), EntryReason.INTERRUPT)))
                    .costs(cost));
        }
    }

    private boolean isAbove(R thread, int vtl) {
        return !crossing.apply(thread).isDecided() && vp.apply(thread).active.get() < vtl
                && vp.apply(thread).enabled.has(vtl);
    }

    /** Begins the switch for which the active VTL asks, or answers it with #UD. */
    public void over(Block<R> code) {
        code.when(thread -> duties.target(vp.apply(thread).activeVtl()).isEmpty(),
                nowhere -> nowhere.local(thread -> vp.apply(thread).activeVtl().raiseUndefined()),
                there -> there.local(thread -> crossing.apply(thread).begin(
                        duties.target(vp.apply(thread).activeVtl()).orElseThrow(),
                        SwitchDuties.reason(vp.apply(thread).activeVtl()))));
    }

    /** What follows an exit, by its reason; {@code call} answers hypercalls. */
    public List<Consumer<Block<R>>> exits(Consumer<Block<R>> call) {
        return List.of(none -> { }, call, this::over, this::over, this::over);
    }
}

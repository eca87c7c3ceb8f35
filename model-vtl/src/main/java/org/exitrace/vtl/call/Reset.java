package org.exitrace.vtl.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A write that resets the partition, by VTL0 of its first virtual processor; by another, or by a
 * higher VTL, it is refused (our model has no more). What follows in the script is the next life.
 * Others are asked first, each resets itself, and nobody goes on before all are through
 * (docs/vtl.md c.6, I-69; reading).
 */
public record Reset() implements PartitionInstruction {

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.RESETS);
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        if (others(site).isEmpty()) {
            all(code, site);
        } else {
            code.when(thread -> may(site.caller(thread)), first -> {
                others(site).forEach(other -> ask(first, site, other));
                boolean waits = site.design().get(HypervisorBug.SWITCH)
                        != HypervisorBug.RESUMES_EARLY;
                others(site).forEach(other -> first.given(waits, kept -> kept.await(
                        "vp" + other.number() + " is through", any -> !other.reset().isAsked())));
            });
            all(code, site);
        }
    }

    private static <S> List<Vp> others(CallSite<S> site) {
        return site.guest().vps().subList(1, site.guest().vps().size());
    }

    private static boolean may(Vtl caller) {
        return caller.number() == 0 && caller.vp().number() == 0;
    }

    /** One that was not started has nothing to forget. */
    private static <S> void ask(Block<S> code, CallSite<S> site, Vp other) {
        List<Consumer<Block<S>>> kicks = new ArrayList<>();
        for (Vtl vtl : other.vtls()) {
            kicks.add(kick -> site.notice(kick, vtl, "reset", any -> { }));
        }
        code.when(any -> site.guest().partition().started.has(other.number()), asked -> asked
                .step("ask vp" + other.number() + " to reset", any -> other.reset().ask())
                .costs(VtlCosts.ACCESS)
                .select(any -> other.active.get(), kicks));
    }

    private static <S> void all(Block<S> code, CallSite<S> site) {
        if (site.guest().memory.isMapped()) {
            site.protects(code, new PageSpan(0, site.guest().vps().get(0).vtls().size() - 1, 0,
                    site.guest().memory.pages().size()), write -> reset(write, site));
        } else {
            reset(code, site);
        }
    }

    private static <S> void reset(Block<S> code, CallSite<S> site) {
        boolean keeps = site.design().get(HypervisorBug.SWITCH) == HypervisorBug.RESET_KEEPS_VTLS;
        code.step("reset the partition", thread -> {
            Vtl caller = site.caller(thread);
            if (may(caller)) {
                site.guest().partition().reset(caller.vp(), others(site), keeps);
            }
            site.status(thread, may(caller) ? HvStatus.SUCCESS : HvStatus.ACCESS_DENIED);
        }).costs(VtlCosts.ACCESS);
    }
}

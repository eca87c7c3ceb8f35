package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A write that resets the partition, by VTL0 of its only virtual processor; of others, or by a
 * higher VTL, it is refused (our model has no more). What follows in the script is the next life.
 */
public record Reset() implements PartitionInstruction {

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.RESETS);
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
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
            Vp vp = caller.vp();
            boolean may = caller == vp.vtl(0) && site.guest().vps().size() == 1;
            if (may) {
                site.guest().partition().reset(vp, keeps);
            }
            site.status(thread, may ? HvStatus.SUCCESS : HvStatus.ACCESS_DENIED);
        }).costs(VtlCosts.ACCESS);
    }
}

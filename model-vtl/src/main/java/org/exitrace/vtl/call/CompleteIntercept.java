package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.VpRegisters;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallSetVpRegisters of what a lower VTL wanted to write and of its RIP: the instruction that was
 * intercepted is carried out for it.
 *
 * @param vtl of which VTL
 */
public record CompleteIntercept(int vtl) implements DecidedCall {

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.INTERCEPTS);
    }

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return VpRegisters.SET_CHECKS.decide(caller, VpRegisters.own(vtl));
    }

    /** Nobody is above the highest VTL. */
    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        boolean hasOwner = vtl < site.guest().vps().get(0).vtls().size() - 1;
        unlessRefused(code, site, allowed -> allowed.given(hasOwner, write -> site.context(
                write, vtl, "write the register and RIP", thread -> {
                    Vtl target = site.caller(thread).vp().vtl(vtl);
                    target.vp().judge().writes(target);
                    if (target.interception().completes()) {
                        target.result.become(HvStatus.SUCCESS.name());
                    }
                    site.status(thread, HvStatus.SUCCESS);
                })));
    }
}

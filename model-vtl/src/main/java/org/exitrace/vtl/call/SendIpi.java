package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallSendSyntheticClusterIpi to one virtual processor.
 *
 * @param vp to which virtual processor
 * @param vtl to which VTL of it
 * @param vector which vector
 */
public record SendIpi(int vp, int vtl, int vector) implements HvCall {

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        Vtl target = site.guest().vtl(vp, vtl);
        site.notice(code, target, "IRR", thread -> target.lapic.irr.add(vector));
        code.local(thread -> site.status(thread, HvStatus.SUCCESS));
    }
}

package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.ProcessorSet;
import org.exitrace.vtl.hypercall.SendSyntheticClusterIpi;
import org.exitrace.vtl.spec.HvInputVtl;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallSendSyntheticClusterIpi to one virtual processor.
 *
 * @param vp to which virtual processor
 * @param vtl to which VTL of it
 * @param vector which vector
 */
public record SendIpi(int vp, int vtl, int vector) implements DecidedCall {

    /** Scripts count vectors from the first that a guest can use for its own ends. */
    static final int FIRST_VECTOR = 0x20;

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return SendSyntheticClusterIpi.CHECKS.decide(caller, new SendSyntheticClusterIpi(
                FIRST_VECTOR + vector, HvInputVtl.of(vtl), false, false,
                ProcessorSet.ofMask(1L << vp)));
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        Vtl target = site.guest().vtl(vp, vtl);
        unlessRefused(code, site, allowed -> {
            site.present(allowed, target, there -> site.notice(there, target, "IRR",
                    thread -> target.lapic.request(vector)), nobody -> { });
            allowed.local(thread -> site.status(thread, HvStatus.SUCCESS));
        });
    }
}

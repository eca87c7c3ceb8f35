package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.ProcessorSet;
import org.exitrace.vtl.hypercall.SendSyntheticClusterIpi;
import org.exitrace.vtl.spec.HvInputVtl;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VpSetFormat;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallSendSyntheticClusterIpiEx: an interrupt for a VTL of each virtual processor of a set, one
 * after the other.
 *
 * @param mask bank 0 of the set: bit n is virtual processor n
 * @param isAll whether the set is written as all; then the mask says nothing
 * @param vtl to which VTL of them
 * @param vector which vector
 */
public record SendIpiEx(int mask, boolean isAll, int vtl, int vector) implements DecidedCall {

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        ProcessorSet set = isAll ? new ProcessorSet(VpSetFormat.ALL.ordinal(), 0, 0, true)
                : ProcessorSet.ofMask(mask);
        return SendSyntheticClusterIpi.EX_CHECKS.decide(caller, new SendSyntheticClusterIpi(
                SendIpi.FIRST_VECTOR + vector, HvInputVtl.of(vtl), false, false, set));
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        unlessRefused(code, site, allowed -> {
            for (Vp vp : site.guest().vps()) {
                if (isAll || (mask >> vp.number() & 1) != 0) {
                    Vtl target = vp.vtl(vtl);
                    site.present(allowed, target, there -> site.notice(there, target, "IRR",
                            thread -> target.lapic.request(vector)), nobody -> { });
                }
            }
            allowed.local(thread -> site.status(thread, HvStatus.SUCCESS));
        });
    }
}

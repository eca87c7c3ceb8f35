package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.VinaOwner;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Vina;

/**
 * HvCallSetVpRegisters of VsmVina of a VTL of the caller's own virtual processor.
 *
 * @param vtl whose
 * @param vector by which vector it is told
 * @param enabled whether it is told
 * @param autoReset whether VinaAsserted is cleared for it
 */
public record SetVina(int vtl, int vector, boolean enabled, boolean autoReset)
        implements HvCall {

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        if (vtl == 0 && site.design().get(VinaOwner.SWITCH) == VinaOwner.ABOVE_VTL0) {
            code.local(thread -> site.status(thread, HvStatus.INVALID_PARAMETER));
            return;
        }
        site.unlessDenied(code, caller -> caller.number() >= vtl, allowed -> site.context(
                allowed, vtl, "write VsmVina", thread -> {
                    Vina vina = site.caller(thread).vp().vtl(vtl).vina();
                    vina.vector.become(vector);
                    vina.enabled.become(enabled);
                    vina.autoReset.become(autoReset);
                    site.status(thread, HvStatus.SUCCESS);
                }));
    }
}

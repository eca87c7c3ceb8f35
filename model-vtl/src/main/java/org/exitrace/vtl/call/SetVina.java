package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.RegisterAccess;
import org.exitrace.vtl.hypercall.RegisterWrite;
import org.exitrace.vtl.spec.HvRegister;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VsmVina;
import org.exitrace.vtl.spec.VtlNumber;
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
        implements DecidedCall {

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return RegisterWrite.decide(caller, new RegisterAccess(vtl, HvRegister.VSM_VINA.id(),
                VsmVina.VECTOR.of(VsmVina.LEAST_VECTOR + vector)
                        | VsmVina.ENABLED.of(enabled ? 1 : 0)
                        | VsmVina.AUTO_RESET.of(autoReset ? 1 : 0)));
    }

    /** For VTL0 there is nothing to write, unless the hypervisor has that bug. */
    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        boolean exists = vtl > VtlNumber.LOWEST
                || site.design().get(HypervisorBug.SWITCH) == HypervisorBug.VINA_OF_VTL0;
        unlessRefused(code, site, allowed -> allowed.given(exists, write -> site.context(
                write, vtl, "write VsmVina", thread -> {
                    Vina vina = site.caller(thread).vp().vtl(vtl).vina();
                    vina.vector.become(vector);
                    vina.enabled.become(enabled);
                    vina.autoReset.become(autoReset);
                    site.status(thread, HvStatus.SUCCESS);
                })));
    }
}

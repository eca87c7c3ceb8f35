package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.VpRegisters;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallSetVpRegisters of one register of the caller's own virtual processor.
 *
 * @param vtl whose register
 * @param register which
 * @param value what it shall hold
 */
public record SetRegister(int vtl, Register register, int value) implements DecidedCall {

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return VpRegisters.SET_CHECKS.decide(caller, VpRegisters.own(vtl));
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        unlessRefused(code, site, allowed -> site.context(
                allowed, vtl, "write " + register.word(), thread -> {
                    Vtl target = site.caller(thread).vp().vtl(vtl);
                    if (vtl > site.caller(thread).number()) {
                        site.guest().note(Breach.TOLD_BELOW);
                    }
                    target.vp().judge().writes(target);
                    target.register(register).become(value);
                    site.written(thread, target, register);
                    site.status(thread, HvStatus.SUCCESS);
                }));
    }
}

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
 * HvCallGetVpRegisters of one register of the caller's own virtual processor.
 *
 * @param vtl whose register
 * @param register which
 */
public record GetRegister(int vtl, Register register) implements DecidedCall {

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return VpRegisters.GET_CHECKS.decide(caller, VpRegisters.own(vtl));
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        unlessRefused(code, site, allowed -> site.context(
                allowed, vtl, "read " + register.word(), thread -> {
                    Vtl caller = site.caller(thread);
                    Vtl target = caller.vp().vtl(vtl);
                    if (vtl > caller.number()) {
                        site.guest().note(Breach.TOLD_BELOW);
                    }
                    int value = site.read(thread, target, register);
                    caller.vp().judge().reads(target, register, value);
                    caller.result.become(Integer.toString(value));
                }));
    }
}

package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallGetVpRegisters of one register of the caller's own virtual processor.
 *
 * @param vtl whose register
 * @param register which
 */
public record GetRegister(int vtl, Register register) implements HvCall {

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        site.unlessDenied(code, caller -> caller.number() >= vtl, allowed -> site.context(
                allowed, vtl, "read " + register.word(), thread -> {
                    Vtl caller = site.caller(thread);
                    Vtl target = caller.vp().vtl(vtl);
                    int value = site.read(thread, target, register);
                    caller.vp().judge().reads(target, register, value);
                    caller.result.become(Integer.toString(value));
                }));
    }
}

package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallTranslateVirtualAddress for a VTL of the caller's own virtual processor. What it gives is
 * the CR3 at which the walk began: it stands for the address that was found.
 *
 * @param vtl whose page tables
 */
public record TranslateAddress(int vtl) implements HvCall {

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        site.unlessDenied(code, caller -> caller.number() >= vtl,
                allowed -> site.walk(allowed, vtl, thread -> {
                    Vtl caller = site.caller(thread);
                    Vtl target = caller.vp().vtl(vtl);
                    int value = site.walksFrom(thread, target);
                    caller.vp().judge().reads(target, Register.CR3, value);
                    caller.result.become(Integer.toString(value));
                }));
    }
}

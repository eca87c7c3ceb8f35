package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.SwitchVirtualAddressSpace;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallSwitchVirtualAddressSpace: a write of CR3 of the VTL that asks, where it is loaded.
 *
 * @param space what CR3 shall hold
 */
public record SwitchSpace(int space) implements DecidedCall {

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return SwitchVirtualAddressSpace.CHECKS.decide(
                caller, new SwitchVirtualAddressSpace(space));
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        unlessRefused(code, site, allowed -> allowed.step("write CR3", thread -> {
            Vtl caller = site.caller(thread);
            caller.register(Register.CR3).become(space);
            site.written(thread, caller, Register.CR3);
            site.status(thread, HvStatus.SUCCESS);
        }));
    }
}

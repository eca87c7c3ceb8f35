package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.RegisterAccess;
import org.exitrace.vtl.hypercall.VpRegisters;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * HvCallGetVpRegisters of a register of virtual secure mode, of which the caller looks at one
 * field.
 *
 * @param vtl whose
 * @param field which field
 */
public record GetVsm(int vtl, VsmField field) implements PartitionCall {

    @Override
    public String effect() {
        return "read " + field.register() + " of vtl" + vtl;
    }

    /** A number that does not fit into the bits of its field is none. */
    @Override
    public boolean gives(String result) {
        return !Character.isDigit(result.charAt(0)) || field.holds(Long.parseLong(result));
    }

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        Decision<HvStatus> whole = VpRegisters.GET_CHECKS.decide(caller, VpRegisters.own(vtl));
        return whole.isRefused() ? whole : VpRegisters.READ_CHECKS.decide(caller,
                new RegisterAccess(vtl, field.register().id(), 0));
    }

    @Override
    public void act(Guest guest, Vtl caller, GuestCaller view) {
        if (vtl > caller.number()) {
            guest.partition().note(Breach.TOLD_BELOW);
        }
        int value = view.bug() == HypervisorBug.STATUS_OF_ASKED && field == VsmField.ACTIVE_VTL
                ? vtl : field.read(caller, view, vtl);
        if (field == VsmField.ACTIVE_VTL && !caller.vp().active.is(value)) {
            guest.partition().note(Breach.ACTIVE_MISTOLD);
        }
        caller.result.become(Integer.toString(value));
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        code.step(effect(), thread -> {
            Vtl caller = site.caller(thread);
            if (!refuse(site, caller)) {
                act(site.guest(), caller,
                        GuestCaller.of(caller, site.guest(), site.design()));
            }
        }).costs(VtlCosts.ACCESS);
    }
}

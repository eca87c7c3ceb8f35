package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.EnableVpVtl;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VtlNumber;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallEnableVpVtl. The initial context is written while nobody can enter the VTL yet.
 *
 * @param vp which virtual processor
 * @param vtl which VTL
 * @param cr3 of the initial context; stands for all of it
 */
public record EnableVp(int vp, int vtl, int cr3) implements PartitionCall {

    @Override
    public String effect() {
        return "enable vtl" + vtl + " on vp" + vp;
    }

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return EnableVpVtl.CHECKS.decide(
                caller, new EnableVpVtl(VtlNumber.PARTITION_SELF, vp, vtl));
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        site.handover().ifPresentOrElse(other -> other.enables(code, this),
                () -> PartitionCall.super.answer(code, site));
    }

    /** Of a VTL above MaximumVtl a virtual processor has nothing that could be enabled. */
    @Override
    public void act(Guest guest, Vtl caller, GuestCaller view) {
        Vp target = guest.vps().get(vp);
        if (vtl >= target.vtls().size()) {
            return;
        }
        Vp written = view.bug() == HypervisorBug.CONTEXT_OF_CALLER ? caller.vp() : target;
        written.vtl(vtl).register(Register.CR3).become(cr3);
        if (view.bug() == HypervisorBug.ACTIVATES) {
            target.active.become(vtl);
        }
        if (written != target || target.active.is(vtl)) {
            guest.partition().note(Breach.MORE_THAN_ENABLED);
        }
        guest.partition().enable(target, vtl, view.bug() == HypervisorBug.REPLACES_SET);
    }
}

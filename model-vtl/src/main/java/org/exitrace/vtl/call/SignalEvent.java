package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.HostDesign;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.MessageSlot;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * HvCallSignalEvent by a connection to the port of a SINT: a flag of its SIEF page is set, and the
 * SINT is raised if it was clear. Source: docs/vtl.md a.8, b.3, c.3.
 *
 * @param vp port of which virtual processor
 * @param vtl of which VTL
 * @param sint of which SINT
 * @param flag which flag
 */
public record SignalEvent(int vp, int vtl, int sint, int flag) implements DecidedCall {

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return org.exitrace.vtl.hypercall.SignalEvent.CHECKS.decide(caller,
                new org.exitrace.vtl.hypercall.SignalEvent(connection().number(), flag, false));
    }

    private PortConnection connection() {
        return new PortConnection(vp, vtl, sint);
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        unlessRefused(code, site, allowed -> allowed.given(
                sint < site.guest().vtl(vp, vtl).synic().slots().size(),
                known -> signal(known, site)));
    }

    private <S> void signal(Block<S> code, CallSite<S> site) {
        Vtl target = site.guest().vtl(vp, vtl);
        boolean early = site.design().get(HypervisorBug.SWITCH)
                == HypervisorBug.RAISES_BEFORE_FLAG;
        if (early) {
            raise(code, site, target);
        }
        code.test("set flag " + flag + " of SINT" + sint + " of vp" + vp + " vtl" + vtl, thread ->
                isSetAnew(site.guest(), leavesMasked(site)),
                anew -> anew.given(!early, late -> raise(late, site, target)))
                .costs(VtlCosts.ACCESS)
                .local(thread -> site.status(thread, HvStatus.SUCCESS));
    }

    private <S> void raise(Block<S> code, CallSite<S> site, Vtl target) {
        site.notice(code, target, "SINT's vector", thread ->
                target.synic().signal(sint, target.lapic));
    }

    /** Where nobody looks at the flag or the SynIC, and one of them is not there, nothing is. */
    private boolean isSetAnew(Guest guest, boolean leavesMasked) {
        MessageSlot slot = connection().slot(guest);
        return flag < slot.flags().number() && guest.vps().get(vp).enabled.has(vtl)
                && (slot.vector.get() > 0 || !leavesMasked) && slot.flags().raise(flag);
    }

    /** OpenVMM sets no flag of a SINT that is masked; QEMU sets it, and raises nothing. */
    private static boolean leavesMasked(CallSite<?> site) {
        return site.design().get(HostDesign.SWITCH) == HostDesign.PARAVISOR;
    }
}

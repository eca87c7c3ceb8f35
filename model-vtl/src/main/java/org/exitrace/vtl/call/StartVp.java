package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.StatusDialect;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.StartVirtualProcessor;
import org.exitrace.vtl.spec.HvInputVtl;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VtlNumber;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * HvCallStartVirtualProcessor. Nobody runs the virtual processor before.
 *
 * @param vp which
 * @param vtl in which VTL it begins
 * @param cr3 of the initial context; stands for all of it
 */
public record StartVp(int vp, int vtl, int cr3) implements PartitionCall {

    @Override
    public String effect() {
        return "start vp" + vp + " in vtl" + vtl;
    }

    @Override
    public boolean starts() {
        return true;
    }

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return StartVirtualProcessor.CHECKS.decide(caller, new StartVirtualProcessor(
                VtlNumber.PARTITION_SELF, vp, HvInputVtl.of(vtl)));
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        if (StartupIntercept.isKnown(site.guest())) {
            code.test("InterceptVpStartup?",
                    thread -> StartupIntercept.takes(site.caller(thread), site.guest()),
                    told -> StartupIntercept.tell(told, site), itself -> start(itself, site))
                    .costs(VtlCosts.ACCESS);
        } else {
            start(code, site);
        }
    }

    private <S> void start(Block<S> code, CallSite<S> site) {
        site.handover().ifPresentOrElse(other -> other.starts(code, this),
                () -> PartitionCall.super.answer(code, site));
    }

    /** Whether the call enables the VTL itself, as QEMU's does (docs/vtl.md b.3). */
    boolean enables(StatusDialect dialect) {
        return dialect == StatusDialect.QEMU && vtl > VtlNumber.LOWEST;
    }

    @Override
    public void act(Guest guest, Vtl caller, GuestCaller view) {
        Vp target = guest.vps().get(vp);
        if (enables(view.dialect())) {
            guest.partition().enable(target, vtl, false);
        }
        target.vtl(vtl).register(Register.CR3).become(cr3);
        guest.partition().start(target, vtl);
    }
}

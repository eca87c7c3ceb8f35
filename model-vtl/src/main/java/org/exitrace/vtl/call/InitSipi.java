package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.InitDrop;
import org.exitrace.vtl.hypercall.Privileges;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * INIT and SIPI by the ICR: a virtual processor that was not started begins in the sender's VTL,
 * unless they are dropped or it does not have that VTL; the sender is not told. Source: docs/vtl.md
 * c.3 N8, N9, N14.
 *
 * @param vp which
 */
public record InitSipi(int vp) implements PartitionInstruction {

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        code.lock("lock the partition", thread -> site.guest().partition().lock)
                .step("INIT and SIPI to vp" + vp, thread -> decide(thread, site))
                .costs(VtlCosts.ACCESS)
                .unlock("unlock the partition", thread -> site.guest().partition().lock);
        site.handover().ifPresent(other -> code.when(thread -> isSent(site.caller(thread)),
                sent -> other.initSipi(sent, vp)));
        code.when(thread -> site.caller(thread).result.isNone(),
                told -> StartupIntercept.tell(told, site));
    }

    private <S> void decide(S thread, CallSite<S> site) {
        Vtl from = site.caller(thread);
        if (StartupIntercept.takes(from, site.guest())) {
            return;
        }
        boolean sent = isSent(from, site);
        if (sent && site.handover().isEmpty()) {
            site.guest().partition().start(site.guest().vps().get(vp), from.number());
        }
        if (!sent || site.handover().isEmpty()) {
            site.status(thread, HvStatus.SUCCESS);
        }
    }

    /** Neither dropped nor intercepted: another thread shall carry it out. */
    private static boolean isSent(Vtl from) {
        return from.result.isNone()
                && (from.interception() == null || from.interception().by.isNone());
    }

    private <S> boolean isSent(Vtl from, CallSite<S> site) {
        Guest guest = site.guest();
        Vp target = guest.vps().get(vp);
        boolean denied = Privileges.isStartDenied(GuestCaller.of(from, guest, site.design()));
        boolean dropped = switch (site.design().get(InitDrop.SWITCH)) {
            case HIGHER_VTL, WHEN_SENT -> denied
                    || target.above(target.vtl(from.number())).isPresent();
            case DENIED -> denied;
            case NONE -> false;
        };
        if (dropped || !target.vtl(from.number()).isEnabled()
                || guest.partition().started.has(vp)) {
            return false;
        }
        if (denied) {
            guest.partition().note(Breach.STARTED_IN_SPITE);
        }
        return true;
    }
}

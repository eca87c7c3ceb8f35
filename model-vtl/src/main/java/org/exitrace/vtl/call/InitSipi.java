package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.InitDrop;
import org.exitrace.vtl.hypercall.Privileges;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VsmPartitionConfig;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Guarded;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * INIT and SIPI by the ICR: a virtual processor that was not started begins in the sender's VTL,
 * unless they are dropped; the sender is not told. Source: docs/vtl.md c.3 N8, N9.
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
        code.when(thread -> site.caller(thread).result.isNone(), told -> told
                .local(thread -> site.caller(thread).call.clear())
                .given(isInterceptable(site.guest()), to -> site.intercept(to,
                        thread -> above(site.caller(thread)))));
    }

    private <S> void decide(S thread, CallSite<S> site) {
        Vtl from = site.caller(thread);
        if (isIntercepted(from, site.guest())) {
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

    private static boolean isInterceptable(Guest guest) {
        return guest.vtl(0, 0).interception() != null;
    }

    private static Vtl above(Vtl caller) {
        return caller.vp().vtl(caller.interception().by.get());
    }

    /** InterceptVpStartup of the lowest VTL above that has it. */
    private static boolean isIntercepted(Vtl from, Guest guest) {
        for (int above = from.number() + 1; isInterceptable(guest)
                && above < from.vp().vtls().size(); above++) {
            if (VsmPartitionConfig.INTERCEPT_VP_STARTUP.isSetIn(guest.config(above))) {
                from.interception().isIntercepted(
                        from.vp().vtl(above), Guarded.STARTUP, 0);
                return true;
            }
        }
        return false;
    }

    private <S> boolean isSent(Vtl from, CallSite<S> site) {
        Guest guest = site.guest();
        Vp target = guest.vps().get(vp);
        boolean denied = Privileges.isStartDenied(GuestCaller.of(from, guest, site.design()));
        boolean dropped = switch (site.design().get(InitDrop.SWITCH)) {
            case HIGHER_VTL -> denied || target.above(target.vtl(from.number())).isPresent();
            case DENIED -> denied;
            case NONE -> false;
        };
        if (dropped || guest.partition().started.has(vp)) {
            return false;
        }
        if (denied) {
            guest.partition().note(Breach.STARTED_IN_SPITE);
        }
        return true;
    }
}

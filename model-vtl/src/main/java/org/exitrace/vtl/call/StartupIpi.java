package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.InitDrop;
import org.exitrace.vtl.hypercall.Privileges;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * INIT or SIPI by the ICR to VTL0 of a virtual processor that runs: the sender's side drops it by
 * what it finds then, and else it goes the way of vectors; who is sent it is not told. Another VTL
 * than VTL0 sends none, since it could not begin in real mode (our reading; OpenVMM asserts VTL0).
 * Source: docs/vtl.md c.3 N8, N9, c.6.
 *
 * @param vp which
 * @param event INIT or SIPI of {@link org.exitrace.vtl.state.Lapic}
 */
public record StartupIpi(int vp, int event) implements PartitionInstruction {

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.STARTUP_IPIS);
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        Vtl target = site.guest().vtl(vp, 0);
        code.lock("lock the partition", thread -> site.guest().partition().lock)
                .test("is it intercepted or dropped?", thread -> isSent(thread, site), sent ->
                        sent.unlock("unlock the partition, send",
                                thread -> site.guest().partition().lock)
                                .local(thread -> site.caller(thread).asks(1L << vp)),
                        kept -> kept.unlock("unlock the partition, send nothing",
                                thread -> site.guest().partition().lock))
                .costs(VtlCosts.ACCESS);
        code.when(thread -> isUnderWay(site.caller(thread)), sent -> {
            site.interprocessor(sent, target, event, false);
            sent.local(thread -> {
                site.caller(thread).hasAsked();
                site.status(thread, HvStatus.SUCCESS);
            });
        });
        code.when(thread -> site.caller(thread).result.isNone(),
                told -> StartupIntercept.tell(told, site));
    }

    private <S> boolean isSent(S thread, CallSite<S> site) {
        Vtl from = site.caller(thread);
        if (StartupIntercept.takes(from, site.guest())) {
            return false;
        }
        boolean sent = from.number() == 0 && !isDropped(from, site)
                && site.guest().partition().started.has(vp);
        if (!sent) {
            site.status(thread, HvStatus.SUCCESS);
        }
        return sent;
    }

    /** Neither dropped nor intercepted. */
    private static boolean isUnderWay(Vtl from) {
        return from.result.isNone()
                && (from.interception() == null || from.interception().by.isNone());
    }

    private <S> boolean isDropped(Vtl from, CallSite<S> site) {
        Guest guest = site.guest();
        Vp target = guest.vps().get(vp);
        boolean denied = Privileges.isStartDenied(GuestCaller.of(from, guest, site.design()));
        return switch (site.design().get(InitDrop.SWITCH)) {
            case HIGHER_VTL, WHEN_SENT -> denied || target.above(target.vtl(0)).isPresent();
            case DENIED -> denied;
            case NONE -> false;
        };
    }
}

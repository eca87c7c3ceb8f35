package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.PartitionLock;
import org.exitrace.vtl.hypercall.Privileges;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A hypercall about the partition: it is checked, then it acts. Under the partition's lock that is
 * one step; without it others may come between. Source: docs/vtl.md b.3, I-06, I-67.
 */
interface PartitionCall extends DecidedCall {

    /** What the call does, as step names tell it. */
    String effect();

    /** Does it for {@code caller}, who may. */
    void act(Guest guest, Vtl caller, GuestCaller view);

    /** Whether it starts a virtual processor. */
    default boolean starts() {
        return false;
    }

    @Override
    default boolean isOfPartition() {
        return true;
    }

    @Override
    default <S> void answer(Block<S> code, CallSite<S> site) {
        if (site.design().get(PartitionLock.SWITCH) == PartitionLock.NONE) {
            code.step("check " + effect(), thread -> refuse(site, site.caller(thread)))
                    .costs(VtlCosts.ACCESS)
                    .when(thread -> site.caller(thread).result.isNone(), may -> may
                            .step(effect(), thread -> {
                                Vtl caller = site.caller(thread);
                                if (decide(GuestCaller.of(caller, site.guest(), site.design()))
                                        .isRefused()) {
                                    site.guest().note(Breach.NOT_ONE);
                                }
                                succeed(site, caller);
                            })
                            .costs(VtlCosts.ACCESS));
            return;
        }
        code.lock("lock the partition", thread -> site.guest().partition().lock)
                .step(effect(), thread -> {
                    if (!refuse(site, site.caller(thread))) {
                        succeed(site, site.caller(thread));
                    }
                }).costs(VtlCosts.ACCESS)
                .unlock("unlock the partition", thread -> site.guest().partition().lock);
    }

    private <S> void succeed(CallSite<S> site, Vtl caller) {
        GuestCaller view = GuestCaller.of(caller, site.guest(), site.design());
        if (starts() && Privileges.isStartDenied(view)) {
            site.guest().partition().note(Breach.STARTED_IN_SPITE);
        }
        act(site.guest(), caller, view);
        caller.result.become(HvStatus.SUCCESS.name());
    }
}

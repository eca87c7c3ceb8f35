package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.PartitionLock;
import org.exitrace.vtl.design.StatusDialect;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.Privileges;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A hypercall about the partition: it is checked, then it acts. Under the partition's lock that is
 * one step; without it others may come between. Source: docs/vtl.md b.3, I-06, I-67.
 */
interface PartitionCall extends HvCall {

    /** What the call does, as step names tell it. */
    String effect();

    /** What is decided of it for {@code caller}. */
    Decision<HvStatus> decide(CallerView caller);

    /** What the caller writes before it acts, as a step tells it; empty if nothing. */
    default Optional<String> preparation() {
        return Optional.empty();
    }

    /** Writes that: nobody looks at it before the call acts. */
    default void prepare(Guest guest) {
    }

    /** Does it for {@code caller}, who may. */
    void act(Guest guest, Vtl caller, CallerView view);

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
                    .when(thread -> site.caller(thread).result.isNone(), may -> prepared(may, site)
                            .step(effect(), thread -> succeed(site, site.caller(thread)))
                            .costs(VtlCosts.ACCESS));
            return;
        }
        if (preparation().isPresent()) {
            code.lock("lock the partition", thread -> site.guest().partition().lock)
                    .test("check: " + effect(), thread -> !refuse(site, site.caller(thread)),
                            may -> prepared(may, site)
                                    .step(effect(), thread -> succeed(site, site.caller(thread)))
                                    .costs(VtlCosts.ACCESS)).costs(VtlCosts.ACCESS)
                    .unlock("unlock the partition", thread -> site.guest().partition().lock);
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

    private <S> Block<S> prepared(Block<S> code, CallSite<S> site) {
        return code.given(preparation().isPresent(), first -> first
                .step(preparation().orElseThrow(), thread -> prepare(site.guest()))
                .costs(VtlCosts.ACCESS));
    }

    /** Whether the call was refused; then the caller has its status. */
    default <S> boolean refuse(CallSite<S> site, Vtl caller) {
        GuestCaller view = GuestCaller.of(caller, site.guest(), site.design());
        Decision<HvStatus> decision = decide(view);
        Decision<HvStatus> published = decide(view.asPublished());
        HvStatus status = decision.isRefused() ? preferred(decision) : HvStatus.SUCCESS;
        boolean admitted = published.isRefused()
                ? published.answers().contains(status) : status == HvStatus.SUCCESS;
        if (!admitted) {
            site.guest().partition().wrongStatus();
        }
        if (!decision.isRefused() && starts() && Privileges.isStartDenied(view)) {
            site.guest().partition().startedInSpite();
        }
        if (decision.isRefused()) {
            caller.result.become(status.name());
        }
        return decision.isRefused();
    }

    /** ACCESS_DENIED where it is admitted: it tells the least. */
    private static HvStatus preferred(Decision<HvStatus> decision) {
        return decision.answers().contains(HvStatus.ACCESS_DENIED)
                ? HvStatus.ACCESS_DENIED : decision.answer();
    }

    private <S> void succeed(CallSite<S> site, Vtl caller) {
        act(site.guest(), caller, new GuestCaller(
                caller, site.guest(), site.design().get(StatusDialect.SWITCH)));
        caller.result.become(HvStatus.SUCCESS.name());
    }
}

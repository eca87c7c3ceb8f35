package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.PartitionLock;
import org.exitrace.vtl.design.StatusDialect;
import org.exitrace.vtl.design.VpStart;
import org.exitrace.vtl.hypercall.Privileges;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Partition;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * Starting a virtual processor and giving it a VTL, step by step: who asks looks, takes the right
 * to ask, leaves a request and makes the other thread look. Source: docs/vtl.md c.6; each step is
 * one access to what others change, where no lock is named.
 *
 * @param <S> the thread that answers the hypercall
 */
public abstract class Handover<S> {

    private final CallSite<S> site;

    /** For hypercalls that are answered at {@code site}. */
    protected Handover(CallSite<S> site) {
        this.site = site;
    }

    /** What the design has of it. */
    protected final VpStart design() {
        return site.design().get(VpStart.SWITCH);
    }

    /** The partition of the guest. */
    protected final Partition partition() {
        return site.guest().partition();
    }

    /** The virtual processor of that number. */
    protected final Vp vp(int number) {
        return site.guest().vps().get(number);
    }

    /** Whether of two who start a virtual processor at once one is refused. */
    protected boolean comparesAndExchanges() {
        return site.design().get(PartitionLock.SWITCH) == PartitionLock.HELD;
    }

    /** The initial context of {@code vtl}, which the virtual processor gets. */
    protected abstract void leaveContext(Block<S> code, EnableVp call);

    /** A start of the virtual processor. */
    protected abstract void leaveStart(Block<S> code, StartVp call);

    /** INIT and SIPI of {@code from}, which the caller is. */
    protected abstract void leaveSipi(Block<S> code, int vp);

    /** Gives a virtual processor a VTL, with what decides about that kept from others. */
    final void enables(Block<S> code, EnableVp call) {
        if (call.vp() >= site.guest().vps().size()) {
            code.local(thread -> isRefused(thread, call, Sight.ALL));
            return;
        }
        boolean early = design() == VpStart.FLIPPED_EARLY;
        code.lock("lock the partition", thread -> partition().lock)
                .test("was vtl" + call.vtl() + " of vp" + call.vp() + " asked for?",
                        thread -> isPromised(thread, call), may -> {
                            may.given(early, flips -> flip(flips, call.vp(), call.vtl()));
                            leaveContext(may, call);
                            may.local(thread -> site.status(thread, HvStatus.SUCCESS));
                        }).costs(VtlCosts.ACCESS)
                .unlock("unlock the partition", thread -> partition().lock);
    }

    private boolean isPromised(S thread, EnableVp call) {
        if (isRefused(thread, call, Sight.PROMISES)) {
            return false;
        }
        vp(call.vp()).requests().promise(call.vtl());
        return true;
    }

    /** From now on others see that the virtual processor has the VTL. */
    protected final <R> void flip(Block<R> code, int vp, int vtl) {
        code.step("vtl" + vtl + " of vp" + vp + " is enabled",
                any -> partition().enable(vp(vp), vtl, false)).costs(VtlCosts.ACCESS);
    }

    /** Lets a virtual processor begin. */
    final void starts(Block<S> code, StartVp call) {
        if (call.vp() >= site.guest().vps().size()) {
            code.local(thread -> isRefused(thread, call, Sight.ALL));
            return;
        }
        String vp = "vp" + call.vp();
        code.test("which VTLs has " + vp + "?",
                        thread -> !isRefused(thread, call, Sight.TARGET), known -> known
                .test("DenyLowerVtlStartup?", thread -> !isDenied(thread, call), may -> {
                    boolean exchanges = comparesAndExchanges();
                    may.test(exchanges ? "compare and exchange: " + vp + " is started"
                                    : "is " + vp + " started?",
                            thread -> isFirst(thread, call, exchanges), first -> {
                                first.given(call.enables(site.design().get(StatusDialect.SWITCH)),
                                        itself -> flip(itself, call.vp(), call.vtl()));
                                leaveStart(first, call);
                                first.local(thread -> succeed(thread, call, exchanges));
                            }).costs(VtlCosts.ACCESS);
                }).costs(VtlCosts.ACCESS)).costs(VtlCosts.ACCESS);
    }

    private boolean isDenied(S thread, StartVp call) {
        boolean refused = isRefused(thread, call, Sight.DENIAL);
        if (!refused && Privileges.isStartDenied(GuestCaller.of(
                site.caller(thread), site.guest(), site.design()))) {
            partition().note(Breach.STARTED_IN_SPITE);
        }
        return refused;
    }

    private boolean isFirst(S thread, StartVp call, boolean exchanges) {
        boolean first = !isRefused(thread, call, Sight.STARTED);
        if (first && exchanges) {
            partition().accept(vp(call.vp()));
        }
        return first;
    }

    private void succeed(S thread, StartVp call, boolean exchanged) {
        if (!exchanged) {
            if (partition().started.has(call.vp())) {
                partition().note(Breach.NOT_ONE);
            }
            partition().accept(vp(call.vp()));
        }
        site.status(thread, HvStatus.SUCCESS);
    }

    private boolean isRefused(S thread, DecidedCall call, Sight sight) {
        return DecidedCall.refuse(site, site.caller(thread),
                view -> call.decide(view.seeing(sight)));
    }

    /** INIT and SIPI have been let through; whoever sent them is not told of more. */
    final void initSipi(Block<S> code, int vp) {
        leaveSipi(code, vp);
        code.local(thread -> site.status(thread, HvStatus.SUCCESS));
    }

    /** The VTL whose INIT and SIPI {@code thread} answers. */
    protected final Vtl sender(S thread) {
        return site.caller(thread);
    }
}

package org.exitrace.vtl.protocol.inhibit;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.section.GracePeriod;

/** A vCPU whose flushes user space inhibits and releases, twice. */
final class InhibitedVcpu extends Region {

    private static final int ROUNDS = 2;

    private final int index;
    private final Flusher flusher;
    final FlagCell inhibit = cells().flag("inhibit");
    private final GracePeriod period;
    private final CountCell round = cells().count("round", ROUNDS);
    /** The ioctl that inhibits has returned, and that which releases was not called. */
    final FlagCell held = ghost().flag("held");
    /** The release has returned. */
    final FlagCell released = ghost().flag("released");
    /** A flush of it was queued while it was held. */
    final FlagCell intruded = ghost().flag("flushed while held");

    InhibitedVcpu(CellScope scope, int index, Flusher flusher) {
        super(scope);
        this.index = index;
        this.flusher = flusher;
        this.period = flusher.srcu.period(scope.in("synchronize_srcu"));
    }

    static Routine<InhibitedVcpu> routine(ProtocolRules rules) {
        return Routine.named("ioctl", "docs/vtl.md d.8", code -> code
                .repeat(ROUNDS, it -> it.round, once -> {
                    once.step("inhibit = 1", it -> {
                        it.released.clear();
                        it.inhibit.raise();
                    });
                    once.given(rules.keep(ProtocolRule.INHIBIT_SYNCS),
                            sync -> GracePeriod.await(sync, it -> it.period));
                    once.local(it -> it.held.raise());
                    once.step("inhibit = 0", it -> {
                        it.held.clear();
                        it.inhibit.clear();
                    });
                    once.given(rules.keep(ProtocolRule.RELEASE_SYNCS),
                            sync -> GracePeriod.await(sync, it -> it.period));
                    once.test("a flusher is suspended and waits for this vCPU?",
                            InhibitedVcpu::isAwaited, yes -> yes
                                    .step("waiting_on = -1", it -> it.flusher.waitingOn.clear())
                                    .step("suspended = 0, kicks", it ->
                                            it.flusher.suspended.clear()));
                    once.local(it -> it.released.raise());
                }));
    }

    private boolean isAwaited() {
        return flusher.suspended.isSet() && flusher.waitingOn.is(index);
    }

    /** Nothing inhibits it any more, and somebody still waits for that. */
    boolean isWaitedForInVain() {
        return inhibit.isClear() && released.isSet() && isAwaited() && flusher.asleep.isSet();
    }
}

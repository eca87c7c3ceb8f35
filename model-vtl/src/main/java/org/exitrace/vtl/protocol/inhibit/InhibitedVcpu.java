package org.exitrace.vtl.protocol.inhibit;

import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A vCPU whose flushes user space inhibits and releases, twice. */
final class InhibitedVcpu extends Region {

    private static final int ROUNDS = 2;

    private final Flusher flusher;
    private final CountCell round = cells().count("round", ROUNDS);
    final FlushInhibit own;
    /** A flush of it was queued while it was held. */
    final FlagCell intruded = ghost().flag("flushed while held");

    InhibitedVcpu(CellScope scope, int index, int count, Flusher flusher) {
        super(scope);
        this.flusher = flusher;
        own = new FlushInhibit(scope, index, count, flusher.srcu);
    }

    static Routine<InhibitedVcpu> routine(ProtocolRules rules, Flusher flusher) {
        InhibitSteps<InhibitedVcpu> steps = new InhibitSteps<>(rules, it -> it.own);
        return Routine.named("ioctl", "docs/vtl.md d.8", code -> code
                .repeat(ROUNDS, it -> it.round, once -> {
                    steps.inhibit(once);
                    steps.release(once, List.of(flusher.own));
                }));
    }

    /** Nothing inhibits it any more, and somebody still waits for that. */
    boolean isWaitedForInVain() {
        return own.isAwaitedInVainBy(flusher.own);
    }
}

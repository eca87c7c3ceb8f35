package org.exitrace.vtl.protocol.tlblock;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.stores.StoreBuffer;

/** A processor whose VTL 1 takes a TLB lock and returns, twice. */
final class LockHolder extends Region {

    static final String SOURCE = "docs/vtl.md f.2";

    private static final int ROUNDS = 2;

    private final LockWaiter waiter;
    private final CountCell round = cells().count("round", ROUNDS);
    private final ProcessorLock own;

    LockHolder(CellScope scope, LockBoard board, StoreBuffer stores, LockWaiter waiter) {
        super(scope);
        this.waiter = waiter;
        own = board.join(scope, stores);
    }

    static Routine<LockHolder> routine(Design design) {
        LockSteps<LockHolder> steps = LockSteps.of(design, it -> it.own);
        return Routine.named("TLB lock", SOURCE, code -> code
                .repeat(ROUNDS, it -> it.round, turn -> {
                    steps.take(turn);
                    steps.giveUp(turn, asleep -> asleep
                            .step("g wakes it", it -> it.waiter.wake.raise()));
                }));
    }
}

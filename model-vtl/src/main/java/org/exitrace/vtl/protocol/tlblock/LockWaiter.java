package org.exitrace.vtl.protocol.tlblock;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.stores.StoreBuffer;

/** A processor that does not enter VTL 0 before others have given up their TLB locks. */
final class LockWaiter extends Region {

    /** An IPI that ends its sleep. */
    final FlagCell wake = cells().flag("wake");
    final FlagCell entered = cells().flag("entered");
    final ProcessorLock own;
    /** It entered VTL 0 while a lock was held that it saw. */
    final FlagCell early = ghost().flag("entered early");
    /** It has slept. */
    final FlagCell slept = ghost().flag("slept");

    LockWaiter(CellScope scope, LockBoard board, StoreBuffer stores) {
        super(scope);
        own = board.join(scope, stores);
    }

    static Routine<LockWaiter> routine(Design design) {
        LockSteps<LockWaiter> steps = LockSteps.of(design, it -> it.own);
        return Routine.named("wait for TLB locks", LockHolder.SOURCE, code -> {
            steps.register(code);
            code.forever(again -> steps.look(again, Block::leave, halts -> halts
                    .await("sleeps until it is woken", it -> it.wake.isSet(), it -> {
                        it.wake.clear();
                        it.slept.raise();
                    }).mayRest()));
            code.step("9 enters VTL 0", LockWaiter::enter);
        });
    }

    private void enter() {
        early.become(own.entersEarly());
        entered.raise();
    }

    /** It sleeps, nobody blocks it, and nobody wakes it. */
    boolean isForgotten() {
        return entered.isClear() && own.isFree() && wake.isClear();
    }
}

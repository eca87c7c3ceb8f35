package org.exitrace.vtl.protocol.tlblock;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A processor whose VTL 1 takes a TLB lock and returns, twice. */
final class LockHolder extends Region {

    static final String SOURCE = "docs/vtl.md f.2";

    private static final int ROUNDS = 2;

    private final LockWaiter waiter;
    private final int index;
    private final CountCell round = cells().count("round", ROUNDS);

    LockHolder(CellScope scope, LockWaiter waiter, int index) {
        super(scope);
        this.waiter = waiter;
        this.index = index;
    }

    static Routine<LockHolder> routine(ProtocolRules rules) {
        boolean first = rules.keep(ProtocolRule.LOCK_CLEARED_FIRST);
        boolean once = rules.keep(ProtocolRule.UNBLOCKED_ONCE);
        return Routine.named("TLB lock", SOURCE, code -> code
                .repeat(ROUNDS, it -> it.round, turn -> {
                    turn.step("a takes the lock", it -> it.waiter.locked.add(it.index));
                    turn.given(first, LockHolder::giveUp);
                    turn.test("c somebody is blocked?", it -> it.waiter.blocked.has(it.index),
                            yes -> unblock(yes, once));
                    turn.given(!first, LockHolder::giveUp);
                }));
    }

    private static void giveUp(Block<LockHolder> code) {
        code.step("b gives up the lock", it -> {
            it.waiter.locked.remove(it.index);
            it.waiter.owed.remove(it.index);
        });
    }

    private static void unblock(Block<LockHolder> code, boolean once) {
        code.step("d its blocked = 0", it -> it.waiter.blocked.remove(it.index));
        code.test("e its blocking loses this one", it ->
                it.waiter.blocking.testAndClear(it.index) || !once, lower -> lower
                .test("f blockers - 1: none left?", LockHolder::lower, last -> last
                        .test("g sleeping?", it -> it.waiter.sleeping.isSet(), asleep -> asleep
                                .step("g wakes it", it -> it.waiter.wake.raise()))));
    }

    private boolean lower() {
        waiter.blockers.decrement();
        return waiter.blockers.is(0);
    }
}

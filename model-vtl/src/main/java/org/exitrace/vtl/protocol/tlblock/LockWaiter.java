package org.exitrace.vtl.protocol.tlblock;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A processor that does not enter VTL 0 before others have given up their TLB locks. */
final class LockWaiter extends Region {

    /** Who holds a lock of VTL 0's translations. */
    final BitsCell locked;
    /** Whom it waits for. */
    final BitsCell blocking;
    /** How many they are; others lower it. */
    final CountCell blockers;
    /** Which of the holders know that it waits. */
    final BitsCell blocked;
    final FlagCell sleeping = cells().flag("sleeping");
    /** An IPI that ends its sleep. */
    final FlagCell wake = cells().flag("wake");
    private final BitsCell captured;
    private final IndexCell next;
    final FlagCell entered = cells().flag("entered");
    /** Locks that it saw, and that were not given up since. */
    final BitsCell owed;
    /** It entered VTL 0 while one of them was held. */
    final FlagCell early = ghost().flag("entered early");
    /** It has slept. */
    final FlagCell slept = ghost().flag("slept");

    LockWaiter(CellScope scope, int holders) {
        super(scope);
        locked = cells().bits("locked", holders);
        blocking = cells().bits("blocking", holders);
        blockers = cells().count("blockers", -holders, holders).initially(0);
        blocked = cells().bits("blocked", holders);
        captured = cells().bits("captured", holders);
        next = cells().index("next", holders);
        owed = ghost().bits("owed", holders);
    }

    static Routine<LockWaiter> routine(ProtocolRules rules) {
        return Routine.named("wait for TLB locks", LockHolder.SOURCE, code -> {
            code.step("1 captures who holds a lock", LockWaiter::capture);
            code.forever(each -> {
                each.when(it -> it.captured.isEmpty(), Block::leave);
                each.local(LockWaiter::takeNext);
                register(each, rules);
            });
            code.local(it -> it.next.clear());
            code.forever(again -> sleep(again, rules));
            code.step("8 sleeping = 0", it -> it.sleeping.clear());
            code.step("9 enters VTL 0", LockWaiter::enter);
        });
    }

    private static void register(Block<LockWaiter> code, ProtocolRules rules) {
        code.step("2 blocking gets the holder", it -> it.blocking.add(it.next.get()));
        code.step("3 blockers + 1", it -> it.blockers.increment());
        code.step("4 the holder's blocked = 1", it -> it.blocked.add(it.next.get()));
        code.given(rules.keep(ProtocolRule.LOCK_SEEN_TWICE), twice -> twice
                .test("5 lock still held?", it -> it.locked.has(it.next.get()), yes -> { },
                        no -> withdraw(no, rules.keep(ProtocolRule.UNBLOCKED_ONCE))));
    }

    private static void withdraw(Block<LockWaiter> code, boolean once) {
        code.step("5 the holder's blocked = 0", it -> it.blocked.remove(it.next.get()));
        code.test("5 blocking loses the holder", it ->
                it.blocking.testAndClear(it.next.get()) || !once, lower -> lower
                .step("5 blockers - 1", it -> it.blockers.decrement()));
    }

    private static void sleep(Block<LockWaiter> code, ProtocolRules rules) {
        code.test("6 no blockers?", it -> it.blockers.is(0), Block::leave);
        code.step("7 sleeping = 1", it -> it.sleeping.raise());
        code.given(rules.keep(ProtocolRule.ASLEEP_BEFORE_LOOK), look -> look
                .test("7 no blockers?", it -> it.blockers.is(0), Block::leave));
        code.await("sleeps until it is woken", it -> it.wake.isSet(), it -> {
            it.wake.clear();
            it.slept.raise();
        }).mayRest();
    }

    private void capture() {
        captured.become(locked.get());
        owed.become(locked.get());
    }

    private void takeNext() {
        int first = Long.numberOfTrailingZeros(captured.get());
        captured.remove(first);
        next.become(first);
    }

    private void enter() {
        early.become(!owed.isEmpty());
        entered.raise();
    }

    /** It sleeps, nobody blocks it, and nobody wakes it. */
    boolean isForgotten() {
        return sleeping.isSet() && blockers.is(0) && wake.isClear();
    }

    /** The count is that of the blockers, each of which knows. */
    boolean isCounted() {
        return blockers.is(Long.bitCount(blocking.get()))
                && (blocking.get() & ~blocked.get()) == 0;
    }
}

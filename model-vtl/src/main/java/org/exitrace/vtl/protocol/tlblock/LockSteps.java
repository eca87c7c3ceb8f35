package org.exitrace.vtl.protocol.tlblock;

import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.stores.StoreSteps;
import org.exitrace.vtl.state.VtlCosts;

/**
 * The steps of docs/vtl.md f.2, for whoever holds a TLB lock and whoever waits for some: one
 * access each.
 *
 * @param rules what those who take part heed
 * @param stores which of its accesses are plain stores; all other writes are locked instructions
 * @param own what the processor of a thread has
 * @param <R> a thread
 */
public record LockSteps<R>(ProtocolRules rules, StoreSteps<R> stores,
        Function<? super R, ProcessorLock> own) {

    /** Of threads whose stores are in memory at once, and which heed all rules. */
    public static <S> LockSteps<S> asShipped(Function<? super S, ProcessorLock> own) {
        return new LockSteps<>(rule -> true, StoreSteps.atOnce(), own);
    }

    /** As {@code design} has it. */
    static <S> LockSteps<S> of(Design design, Function<? super S, ProcessorLock> own) {
        return new LockSteps<>(ProtocolRules.of(design),
                StoreSteps.of(design, thread -> own.apply(thread).stores), own);
    }

    /** The holder takes its lock. */
    public void take(Block<R> code) {
        step(stores.locked(code), "a takes the lock", ProcessorLock::locks);
    }

    /** The holder gives it up, and {@code wakes} whom it was the last to block. */
    public void giveUp(Block<R> code, Consumer<Block<R>> wakes) {
        boolean first = rules.keep(ProtocolRule.LOCK_CLEARED_FIRST);
        code.given(first, this::clear);
        step(code, "c copies who is blocked", ProcessorLock::capturesBlocked);
        through(code, each -> {
            step(stores.locked(each), "d its blocked = 0", ProcessorLock::forgetsBlocked);
            each.test("e its blocking loses this one", it -> lock(it).unblocksOther()
                    || !rules.keep(ProtocolRule.UNBLOCKED_ONCE), lower -> lower
                    .test("f blockers - 1: none left?", it -> lowers(lock(it).other()),
                            last -> last.test("g sleeping?",
                                    it -> lock(it).other().sleeping.isSet(), wakes)
                                    .costs(VtlCosts.ACCESS)).costs(VtlCosts.ACCESS))
                    .costs(VtlCosts.ACCESS);
        });
        code.given(!first, this::clear);
    }

    private void clear(Block<R> code) {
        if (rules.keep(ProtocolRule.UNLOCK_FENCED)) {
            step(stores.locked(code), "b gives up the lock", ProcessorLock::givesUp);
        } else {
            stores.plain(code, "b gives up the lock", it -> lock(it).storesGivenUp())
                    .costs(VtlCosts.ACCESS);
        }
    }

    /**
     * Who shall wait tells all holders that it sees. It may have told one before: a higher VTL of
     * its processor changes masks while the flush of a lower one waits.
     */
    public void register(Block<R> code) {
        step(code, "1 captures who holds a lock", ProcessorLock::capturesHolders);
        through(code, each -> each.test("2 blocking gets the holder", it -> lock(it).blocks(),
                this::tell).costs(VtlCosts.ACCESS));
    }

    private void tell(Block<R> code) {
        step(code, "3 blockers + 1", it -> it.blockers.increment());
        step(code, "4 the holder's blocked = 1", ProcessorLock::tells);
        code.given(rules.keep(ProtocolRule.LOCK_SEEN_TWICE), twice -> twice
                .test("5 lock still held?", it -> lock(it).isOtherLocked(), yes -> { },
                        this::withdraw).costs(VtlCosts.ACCESS));
    }

    private void withdraw(Block<R> code) {
        step(code, "5 the holder's blocked = 0", ProcessorLock::tellsNoLonger);
        code.test("5 blocking loses the holder", it -> lock(it).unblocks()
                || !rules.keep(ProtocolRule.UNBLOCKED_ONCE), lower -> lower
                .step("5 blockers - 1", it -> lock(it).blockers.decrement())
                .costs(VtlCosts.ACCESS)).costs(VtlCosts.ACCESS);
    }

    /** Before the lower VTL is entered: {@code free} if nobody blocks it, else it {@code halts}. */
    public void look(Block<R> code, Consumer<Block<R>> free, Consumer<Block<R>> halts) {
        code.test("6 no blockers?", it -> lock(it).isFree(), free, blocked -> {
            stores.plain(blocked, "7 sleeping = 1", it -> lock(it).storesSleeping(true))
                    .costs(VtlCosts.ACCESS);
            blocked.given(rules.keep(ProtocolRule.SLEEP_FENCED),
                    fenced -> stores.fence(fenced, "7 fence"));
            if (rules.keep(ProtocolRule.ASLEEP_BEFORE_LOOK)) {
                blocked.test("7 no blockers?", it -> lock(it).isFree(), late -> {
                    stores.plain(late, "8 sleeping = 0", it -> lock(it).storesSleeping(false))
                            .costs(VtlCosts.ACCESS);
                    free.accept(late);
                }, halts).costs(VtlCosts.ACCESS);
            } else {
                halts.accept(blocked);
            }
        }).costs(VtlCosts.ACCESS);
    }

    private void through(Block<R> code, Consumer<Block<R>> body) {
        code.forever(each -> {
            each.when(it -> lock(it).isThrough(), Block::leave);
            each.local(it -> lock(it).takesNext());
            body.accept(each);
        });
        code.local(it -> lock(it).ends());
    }

    private void step(Block<R> code, String name, Consumer<ProcessorLock> effect) {
        code.step(name, it -> effect.accept(lock(it))).costs(VtlCosts.ACCESS);
    }

    private ProcessorLock lock(R thread) {
        return own.apply(thread);
    }

    private static boolean lowers(ProcessorLock other) {
        other.blockers.decrement();
        return other.isFree();
    }
}

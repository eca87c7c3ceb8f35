package org.exitrace.vtl.protocol.tlblock;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.stores.StoreBuffer;
import org.exitrace.vtl.state.TlbWait;

/** What a processor has for the TLB locks of one lower VTL: docs/vtl.md f.2. */
public final class ProcessorLock extends Region implements TlbWait {

    /** Whom it waits for; they take themselves out. */
    final BitsCell blocking;
    /** How many they are. */
    final CountCell blockers;
    /** Who waits for it, as they have told it. */
    final BitsCell blocked;
    final FlagCell sleeping = cells().flag("sleeping");
    /** Its own copy of a set of processors that it goes through. */
    private final BitsCell captured;
    private final IndexCell next;
    /** Locks that it saw, and that were not given up since. */
    final BitsCell owed;
    private final LockBoard board;
    private final int index;
    final StoreBuffer stores;
    private final StoreBuffer.Place sleepingStore;
    private final StoreBuffer.Place lockedStore;

    ProcessorLock(CellScope scope, LockBoard board, int index, int count, StoreBuffer stores) {
        super(scope);
        this.stores = stores;
        sleepingStore = stores.place(
                value -> sleeping.become(value == 1), () -> sleeping.isSet() ? 1 : 0);
        lockedStore = stores.place(value -> givesUp(), () -> board.locked.has(index) ? 1 : 0);
        this.board = board;
        this.index = index;
        blocking = cells().bits("blocking", count);
        blockers = cells().count("blockers", -count, count).initially(0);
        blocked = cells().bits("blocked", count);
        captured = cells().bits("captured", count);
        next = cells().index("next", count);
        owed = ghost().bits("owed", count);
    }

    /** The number of the processor that it goes through. */
    public int next() {
        return next.get();
    }

    ProcessorLock other() {
        return board.of(next.get());
    }

    void locks() {
        board.locked.add(index);
    }

    void givesUp() {
        board.locked.remove(index);
        board.isGivenUp(index);
    }

    /** The same by a plain store. */
    void storesGivenUp() {
        lockedStore.store(0);
    }

    void storesSleeping(boolean asleep) {
        sleepingStore.store(asleep ? 1 : 0);
    }

    boolean isOtherLocked() {
        return board.locked.has(next.get());
    }

    /** It never waits for itself: its own lock is over when it enters the lower VTL. */
    void capturesHolders() {
        captured.become(board.locked.get() & ~(1L << index));
        owed.become(captured.get());
    }

    void capturesBlocked() {
        captured.become(blocked.get());
    }

    boolean isThrough() {
        return captured.isEmpty();
    }

    void takesNext() {
        int first = Long.numberOfTrailingZeros(captured.get());
        captured.remove(first);
        next.become(first);
    }

    void ends() {
        next.clear();
    }

    /** The holder blocks it from now on; whether it did not before. */
    boolean blocks() {
        boolean anew = !blocking.has(next.get());
        blocking.add(next.get());
        return anew;
    }

    void tells() {
        other().blocked.add(index);
    }

    void tellsNoLonger() {
        other().blocked.remove(index);
    }

    void forgetsBlocked() {
        blocked.remove(next.get());
    }

    boolean unblocks() {
        return blocking.testAndClear(next.get());
    }

    boolean unblocksOther() {
        return other().blocking.testAndClear(index);
    }

    boolean isFree() {
        return blockers.is(0);
    }

    /** Its lower VTL is entered; whether a lock that it saw is held. */
    public boolean entersEarly() {
        boolean early = !owed.isEmpty();
        owed.clear();
        return early;
    }

    /** Whoever enters the lower VTL looks at the count by himself. */
    @Override
    public boolean holds() {
        return false;
    }

    @Override
    public boolean awaitsItself() {
        return blocking.has(index);
    }

    /** The count is that of the blockers, each of which knows. */
    boolean isCounted() {
        long unaware = 0;
        for (int other = 0; other < 64 - Long.numberOfLeadingZeros(blocking.get()); other++) {
            unaware |= blocking.has(other) && !board.of(other).blocked.has(index) ? 1 : 0;
        }
        return blockers.is(Long.bitCount(blocking.get())) && unaware == 0;
    }
}

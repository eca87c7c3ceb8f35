package org.exitrace.vtl.protocol;

import static org.exitrace.vtl.protocol.ExploredRoom.without;

import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms whose processors have store buffers, explored to the end, with pinned counts. */
class StoreBufferRoomsTest {

    private static final String TSO = "memory-model=tso";
    private static final String SLEEPS_PLAINLY = without(ProtocolRule.SLEEP_FENCED);
    private static final String UNLOCKS_PLAINLY = without(ProtocolRule.UNLOCK_FENCED);
    private static final String ENTERS_PLAINLY = without(ProtocolRule.ENTRY_FENCED);
    private static final String FLUSHES_PLAINLY = without(ProtocolRule.FLUSH_FENCED);

    private static ExploredRoom room(ProtocolStory story, int others, String... changes) {
        return ExploredRoom.of(new ProtocolShape(story, 2, others), changes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aLookThatPassesTheStoreBeforeItLosesTheWakeUp(int holders) {
        room(ProtocolStory.TLB_LOCK, holders, TSO, SLEEPS_PLAINLY).breaks("I-40", "passed");
        room(ProtocolStory.TLB_LOCK, holders, TSO, UNLOCKS_PLAINLY).breaks("passed");
        room(ProtocolStory.TLB_LOCK, holders, TSO).isVerified();
    }

    @Test
    void fencesOfTheTlbLockDoNothingWhereStoresAreSeenAtOnce() {
        room(ProtocolStory.TLB_LOCK, 2).isVerified().has(7284, 19_456);
        room(ProtocolStory.TLB_LOCK, 2, SLEEPS_PLAINLY, UNLOCKS_PLAINLY).isVerified()
                .has(7284, 19_456);
        room(ProtocolStory.TLB_LOCK, 2, TSO).isVerified().has(19_391, 54_246);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anEntryAndAFlushMissEachOtherUnlessBothLetTheirStoresBeSeen(int flushers) {
        room(ProtocolStory.FLUSH_WAKE, flushers, TSO, ENTERS_PLAINLY).breaks("I-42");
        room(ProtocolStory.FLUSH_WAKE, flushers, TSO, FLUSHES_PLAINLY).breaks("I-42");
        room(ProtocolStory.FLUSH_WAKE, flushers, TSO).isVerified();
        room(ProtocolStory.FLUSH_WAKE, flushers, ENTERS_PLAINLY, FLUSHES_PLAINLY).isVerified();
    }

    @Test
    void storesThatKeepTheirOrderKeepTheRingOfFlushes() {
        room(ProtocolStory.FLUSH_RING, 2, TSO).isVerified().has(7428, 16_661);
    }

    @Test
    void aRingThatIsCountedEarlyOrWrittenByTwoLosesRequestsWithBuffersToo() {
        room(ProtocolStory.FLUSH_RING, 2, TSO, without(ProtocolRule.COUNTED_LAST))
                .breaks("flushed");
        room(ProtocolStory.FLUSH_RING, 2, TSO, without(ProtocolRule.RING_LOCKED))
                .breaks("flushed");
    }
}

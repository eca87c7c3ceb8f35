package org.exitrace.vtl.protocol;

import static org.exitrace.vtl.protocol.ExploredRoom.without;

import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The other hazards of the RFC, each in its room, explored to the end, with pinned counts. */
class HazardRoomsTest {

    private static final String CARELESS = without(ProtocolRule.LOWER_STOPPED);
    private static final String FOREIGN = without(ProtocolRule.RECORD_HAS_REGISTERS);
    private static final String UNCACHED = without(ProtocolRule.REGISTERS_CACHED);
    private static final String UNLOCKED = without(ProtocolRule.READER_IN_SECTION);
    private static final String AT_ONCE = without(ProtocolRule.REMOVER_WAITS);

    private static ExploredRoom room(ProtocolStory story, String... changes) {
        return ExploredRoom.of(ProtocolShape.smallest(story), changes);
    }

    @Test
    void aBlockThatNobodyChecksIsReadAndWrittenForWhoeverNamesIt() {
        room(ProtocolStory.BLOCKS, without(ProtocolRule.BLOCKS_CHECKED),
                without(ProtocolRule.ACCESS_AWAITED)).breaks("I-35", "I-37").has(28, 41);
        room(ProtocolStory.BLOCKS, without(ProtocolRule.ACCESS_AWAITED)).breaks("I-35");
        room(ProtocolStory.BLOCKS, without(ProtocolRule.BLOCKS_CHECKED))
                .breaks("I-35", "I-37");
        room(ProtocolStory.BLOCKS).isVerified().has(120, 196);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatIsFoundIsFreedUnlessBothSidesTakeCare(int readers) {
        ProtocolShape shape = new ProtocolShape(ProtocolStory.REMOVAL, 2, readers);
        ExploredRoom.of(shape, UNLOCKED, AT_ONCE).breaks("use-after-free");
        ExploredRoom.of(shape, UNLOCKED).breaks("use-after-free");
        ExploredRoom.of(shape, AT_ONCE).breaks("use-after-free");
        ExploredRoom.of(shape, without(ProtocolRule.UNLINKED_FIRST)).breaks("use-after-free");
        ExploredRoom.of(shape, without(ProtocolRule.LINKED_LAST)).breaks("unmade");
        ExploredRoom.of(shape).isVerified();
    }

    @Test
    void aMessageMadeOfAnotherVcpusRegistersIsTorn() {
        room(ProtocolStory.INTERCEPT, FOREIGN, CARELESS).breaks("I-47", "I-70").has(16, 19);
        room(ProtocolStory.INTERCEPT, FOREIGN, UNCACHED).breaks("I-15", "I-70");
        room(ProtocolStory.INTERCEPT, FOREIGN).isVerified();
        room(ProtocolStory.INTERCEPT, CARELESS, UNCACHED).isVerified().has(12, 15);
    }

    @Test
    void aPointerIntoAVcpuThatIsNotThereIsFollowedUnlessSomebodyLooks() {
        room(ProtocolStory.INTERCEPT_ALONE, without(ProtocolRule.CONTEXT_CHECKED))
                .breaks("null-pointer");
        room(ProtocolStory.INTERCEPT_ALONE).isVerified();
    }

    @Test
    void aNameThatAllVtlsShareIsWhoeverWroteItLast() {
        room(ProtocolStory.GUEST_IDS, without(ProtocolRule.IDS_PER_VTL))
                .breaks("I-15", "page-lost");
        room(ProtocolStory.GUEST_IDS).isVerified().has(36, 61);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aTimerThatIsRestoredIsAsItWasSaved(int vtls) {
        ProtocolShape shape = new ProtocolShape(ProtocolStory.STIMER, vtls, 1);
        ExploredRoom.of(shape, without(ProtocolRule.RESTORE_ARMS_NOTHING)).breaks("I-57");
        ExploredRoom.of(shape, without(ProtocolRule.TIMERS_OF_ALL_VTLS)).breaks("I-65");
        ExploredRoom.of(shape, without(ProtocolRule.PAUSED_WHILE_SAVED)).breaks("I-57", "I-65");
        ExploredRoom.of(shape).isVerified();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void workOfTheNextLifeIsForgottenUnlessItWaitsForAllResets(int vps) {
        ProtocolShape shape = new ProtocolShape(ProtocolStory.RESET, 2, vps);
        ExploredRoom.of(shape, without(ProtocolRule.RESUMED_LAST)).breaks("I-69", "given");
        ExploredRoom.of(shape).isVerified();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aBitThatTheAskerSetsSendsOthersAstray(int senders) {
        ProtocolShape shape = new ProtocolShape(ProtocolStory.REQUEST, 2, senders);
        ExploredRoom.of(shape, without(ProtocolRule.FLIPPED_BY_OWNER)).breaks("I-66", "astray");
        ExploredRoom.of(shape).isVerified();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anAnswerOfTheLastLifeIsTakenUnlessAnswersAreThrownAway(int accesses) {
        ProtocolShape shape = new ProtocolShape(ProtocolStory.REMOTE_DEVICE, 2, accesses);
        ExploredRoom.of(shape, without(ProtocolRule.ANSWERS_DRAINED),
                without(ProtocolRule.CLEARED_LAST)).breaks("unknown", "stale");
        ExploredRoom.of(shape, without(ProtocolRule.ANSWERS_DRAINED)).breaks("unknown", "stale");
        ExploredRoom.of(shape, without(ProtocolRule.CLEARED_LAST)).isVerified();
        ExploredRoom.of(shape).isVerified();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aResetThatWaitsForADeviceThatItHasStoppedNeverEnds(int channels) {
        ProtocolShape shape = new ProtocolShape(ProtocolStory.OPENING, 2, channels);
        ExploredRoom.of(shape, without(ProtocolRule.OPENING_CANCELLED))
                .breaks("deadlock", "reset-over");
        ExploredRoom.of(shape).isVerified();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theEndOfAStreamRevokesWhatAnotherDeviceHasOfferedByThatNumber(int others) {
        ProtocolShape shape = new ProtocolShape(ProtocolStory.OFFERS, 2, others);
        ExploredRoom.of(shape, without(ProtocolRule.OFFERS_NUMBERED)).breaks("robbed", "kept");
        ExploredRoom.of(shape).isVerified();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aProcessorThatStaysHaltedIsNotTold(int senders) {
        ProtocolShape shape = new ProtocolShape(ProtocolStory.HALT, 2, senders);
        ExploredRoom.of(shape, without(ProtocolRule.RUNS_UNTIL_TOLD)).breaks("I-28", "I-40");
        ExploredRoom.of(shape, without(ProtocolRule.REQUESTED_BEFORE_WOKEN)).breaks("I-28");
        ExploredRoom.of(shape).isVerified();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void eachLookOfTheTlbLockIsNeeded(int holders) {
        ProtocolShape shape = new ProtocolShape(ProtocolStory.TLB_LOCK, 2, holders);
        ExploredRoom.of(shape, without(ProtocolRule.LOCK_SEEN_TWICE)).breaks("passed");
        ExploredRoom.of(shape, without(ProtocolRule.LOCK_CLEARED_FIRST))
                .breaks("I-39", "passed");
        ExploredRoom.of(shape, without(ProtocolRule.ASLEEP_BEFORE_LOOK))
                .breaks("I-40", "passed");
    }

    @Test
    void aBlockerThatIsCountedTwiceEndsAWaitTooEarly() {
        ExploredRoom.of(new ProtocolShape(ProtocolStory.TLB_LOCK, 2, 2),
                without(ProtocolRule.UNBLOCKED_ONCE)).breaks("I-39", "I-41", "passed");
    }

    @Test
    void theTlbLockIsRight() {
        ExploredRoom.of(ProtocolShape.smallest(ProtocolStory.TLB_LOCK)).isVerified().has(235, 408);
        ExploredRoom.of(new ProtocolShape(ProtocolStory.TLB_LOCK, 2, 2)).isVerified()
                .has(7284, 19_456);
    }

    @ParameterizedTest
    @EnumSource(names = {"RING_LOCKED", "IN_PROGRESS_FIRST", "COUNTED_LAST", "COPY_CHECKED",
        "OVERFLOW_DROPS_ALL"})
    void eachRuleOfTheRingOfFlushesIsNeeded(ProtocolRule rule) {
        ExploredRoom.of(new ProtocolShape(ProtocolStory.FLUSH_RING, 2, 2), without(rule))
                .breaks("flushed");
    }

    @Test
    void theRingOfFlushesIsRight() {
        ExploredRoom.of(new ProtocolShape(ProtocolStory.FLUSH_RING, 2, 2)).isVerified()
                .has(2845, 5163);
    }

    @Test
    void whatIsPutOffOrPostedWhileStateIsSavedIsLostUnlessSomebodyWaits() {
        ProtocolShape shape = new ProtocolShape(ProtocolStory.SERVICING, 2, 2);
        ExploredRoom.of(shape, without(ProtocolRule.SIGNALS_FLUSHED)).breaks("I-65");
        ExploredRoom.of(shape, without(ProtocolRule.POSTS_HELD_BACK)).breaks("I-65");
        ExploredRoom.of(shape).isVerified().has(40, 53);
    }
}

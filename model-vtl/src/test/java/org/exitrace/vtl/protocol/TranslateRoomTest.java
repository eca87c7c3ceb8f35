package org.exitrace.vtl.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.vtl.protocol.ExploredRoom.without;

import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both bugs of the RFC's thread, explored to the end, with pinned counts. */
class TranslateRoomTest {

    private static final String IN_KERNEL = "translate-by=in-kernel";
    private static final String CARELESS = without(ProtocolRule.LOWER_STOPPED);
    private static final String UNCACHED = without(ProtocolRule.REGISTERS_CACHED);
    private static final String TWICE = without(ProtocolRule.WALK_READ_ONCE);

    private static ExploredRoom room(ProtocolStory story, String... changes) {
        return ExploredRoom.of(ProtocolShape.smallest(story), changes);
    }

    private static ExploredRoom translate(String... changes) {
        return room(ProtocolStory.TRANSLATE, changes);
    }

    @Test
    void aVcpuThatRunsBesideGivesAResultThatItNeverHad() {
        translate(IN_KERNEL, CARELESS).breaks("I-47", "I-53").has(420, 730);
        translate(IN_KERNEL).isVerified();
    }

    @Test
    void readingWalkMmuTwiceMixesTwoContexts() {
        translate(IN_KERNEL, CARELESS, TWICE).breaks("I-47", "I-51", "I-53").has(513, 890);
    }

    @Test
    void aRegisterThatIsNotCachedIsReadFromTheVcpuThatIsLoaded() {
        translate(IN_KERNEL, UNCACHED).breaks("I-15", "I-53");
        translate("translate-by=kick-and-wait", UNCACHED,
                without(ProtocolRule.TARGET_LOADED)).breaks("I-15", "I-53");
    }

    @ParameterizedTest
    @ValueSource(strings = {"try-lock", "kick-and-wait", "user-space", "vm-per-vtl", "planes"})
    void eachWayThatHoldsTheMutexAndLoadsTheVcpuIsRight(String by) {
        translate("translate-by=" + by, CARELESS, UNCACHED, TWICE).isVerified();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kick-and-wait", "user-space", "vm-per-vtl", "planes"})
    void whoWaitsForAMutexThatAGuestHoldsKicksIt(String by) {
        translate("translate-by=" + by, CARELESS, without(ProtocolRule.TARGET_KICKED))
                .breaks("deadlock", "ended");
    }

    @Test
    void aVcpuThatWasNotCreatedIsFollowedUnlessSomebodyLooks() {
        room(ProtocolStory.TRANSLATE_ALONE, without(ProtocolRule.SIBLING_CHECKED))
                .breaks("null-pointer");
        room(ProtocolStory.TRANSLATE_ALONE).isVerified();
    }

    @Test
    void theTargetOfAnIpiReadBeforeTheCopyIsWhatLayOnTheStack() {
        String early = without(ProtocolRule.TARGET_AFTER_COPY);
        String anyRange = without(ProtocolRule.TARGET_IN_RANGE);
        room(ProtocolStory.SEND_IPI, early).breaks("I-50-refused", "I-52");
        room(ProtocolStory.SEND_IPI, early, anyRange).breaks("I-50", "I-52");
        room(ProtocolStory.SEND_IPI, without(ProtocolRule.POINTER_PER_VARIANT), anyRange)
                .breaks("I-50", "I-52");
        room(ProtocolStory.SEND_IPI, without(ProtocolRule.FAST_HAS_TARGET))
                .breaks("I-50-refused");
        room(ProtocolStory.SEND_IPI, anyRange).breaks("I-50");
        room(ProtocolStory.SEND_IPI).isVerified().has(957, 1549);
    }

    @Test
    void aRuleOfAnotherStoryIsRefusedByName() {
        assertThat(ProtocolStory.SEND_IPI.whyMissing("lower-stopped")).hasValue(
                "story 'send-ipi' has no switch 'lower-stopped'; leave it out, or take one of the"
                        + " stories 'translate', 'translate-alone', 'intercept', 'intercept-alone',"
                        + " which have it");
        assertThat(ProtocolStory.TRANSLATE.whyMissing("lower-stopped")).isEmpty();
        assertThat(ProtocolStory.TRANSLATE.whyMissing("lower-stoped")).isEmpty();
    }
}

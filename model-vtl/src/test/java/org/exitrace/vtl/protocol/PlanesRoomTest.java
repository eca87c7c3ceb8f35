package org.exitrace.vtl.protocol;

import static org.exitrace.vtl.protocol.ExploredRoom.without;

import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The notice of interrupts between planes, explored to the end, with pinned counts. */
class PlanesRoomTest {

    private static final String BEHIND = without(ProtocolRule.BIT_IN_STEP);
    private static final String UNCHECKED = without(ProtocolRule.EVENT_CHECKED);

    private static ProtocolShape planes(int planes, int devices) {
        return new ProtocolShape(ProtocolStory.PLANES, planes, devices);
    }

    @Test
    void noInterruptIsLostInTheProtocolAsPostedButEventsComeForNothing() {
        ExploredRoom.of(planes(2, 1), BEHIND, UNCHECKED)
                .breaks("I-60-bit", "I-60-event").has(1_025, 1_767);
        ExploredRoom.of(planes(2, 2), BEHIND, UNCHECKED).breaks("I-60-bit", "I-60-event");
        ExploredRoom.of(planes(3, 1), BEHIND, UNCHECKED).breaks("I-60-bit", "I-60-event");
    }

    @Test
    void aLockAroundIrrAndBitKeepsAllThree() {
        ExploredRoom.of(planes(2, 1), UNCHECKED).isVerified();
        ExploredRoom.of(planes(2, 2)).isVerified().has(34_482, 86_469);
        ExploredRoom.of(planes(3, 1)).isVerified().has(1_998, 3_461);
    }

    @Test
    void lookingAtTheIrrInsteadLosesTheSecondInterrupt() {
        ExploredRoom.of(planes(2, 1), BEHIND).breaks("I-60-bit");
        ExploredRoom.of(planes(2, 2), BEHIND).breaks("I-60", "I-60-bit");
    }

    @ParameterizedTest
    @EnumSource(names = {"IRR_BEFORE_BIT", "BIT_BEFORE_RUNNING", "EXITS_BEFORE_BITS",
        "RUNNING_BEFORE_BITS", "CLEARED_BEFORE_LOOK", "LOOKS_AGAIN"})
    void eachOfTheseOrdersKeepsAnInterruptFromBeingLost(ProtocolRule order) {
        ExploredRoom.of(planes(3, 1), BEHIND, UNCHECKED, without(order))
                .breaks("I-60", "I-60-bit", "I-60-event");
    }

    @Test
    void whetherRunningPlaneIsClearedFirstDoesNotMatter() {
        String last = without(ProtocolRule.LEFT_BEFORE_CLEARED);
        ExploredRoom.of(planes(3, 1), last).isVerified();
        ExploredRoom.of(planes(2, 2), last).isVerified();
        ExploredRoom.of(planes(2, 2), BEHIND, UNCHECKED, last)
                .breaks("I-60-bit", "I-60-event");
    }
}

package org.exitrace.vtl.protocol;

import static org.exitrace.vtl.protocol.ExploredRoom.without;

import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The switch between a vCPU for each VTL, explored to the end, with pinned counts. */
class CompanionRoomTest {

    private static ExploredRoom companion(int interrupts, String... changes) {
        return ExploredRoom.of(
                new ProtocolShape(ProtocolStory.COMPANION, 2, interrupts), changes);
    }

    private static ExploredRoom monitored(String... changes) {
        return ExploredRoom.of(
                new ProtocolShape(ProtocolStory.COMPANION_MONITOR, 2, 1), changes);
    }

    @Test
    void twoThreadsCannotKeepTheLowerGuestBehindAnInterrupt() {
        companion(1, without(ProtocolRule.ABOVE_IS_ASKED)).breaks("I-23").has(3_789, 5_937);
        companion(2, without(ProtocolRule.ABOVE_IS_ASKED)).breaks("I-23");
    }

    @Test
    void allElseIsKeptByTheStepsAsListed() {
        companion(1).isVerified().has(2_406, 3_742);
        companion(3).isVerified();
    }

    @Test
    void theSecondOfTwoUpcallsMustDoNothing() {
        companion(1, without(ProtocolRule.UPCALL_LOOKS)).breaks("I-11", "I-47", "I-62");
    }

    @Test
    void anEntryThatForgetsNothingKeepsTheNextEventOut() {
        companion(1, without(ProtocolRule.ENTRY_FORGETS)).breaks("I-28", "I-62");
    }

    @Test
    void aCauseWrittenOverAnotherTellsVtl1OfAnInterruptThatWasACall() {
        companion(1, without(ProtocolRule.CAUSE_ADDED)).breaks("I-18");
    }

    @Test
    void aCopyOfAllRegistersHandsOverPrivateOnes() {
        companion(1, without(ProtocolRule.PRIVATE_RESTORED)).breaks("I-16");
    }

    @ParameterizedTest
    @EnumSource(names = {"CALL_STOPS", "EVENT_STOPS_ITSELF", "EVENT_LOOKS",
        "EVENT_STOPS_LOWER", "MARKED_BEFORE_QUEUED", "UNHANDLED_BEFORE_POLL"})
    void eachOfTheseStepsCanBeLeftOutAlone(ProtocolRule step) {
        companion(2, without(step)).isVerified();
    }

    @Test
    void oneOfTwoGuardsMustKeepTheWokenOneFromAskingOnAndOn() {
        companion(1, without(ProtocolRule.EVENT_LOOKS),
                without(ProtocolRule.EVENT_STOPS_ITSELF)).breaks("I-62", "queue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clears", "restores"})
    void aMonitorThatUsesTheSwitchsFlagsLetsBothVtlsRun(String resume) {
        monitored("monitor-resume=" + resume)
                .breaks("I-11", "I-28", "I-47", "I-62", "called", "paused");
    }

    @Test
    void aMonitorWithAFlagOfItsOwnDisturbsNothing() {
        monitored().isVerified().has(20_964, 47_810);
    }
}

package org.exitrace.vtl.protocol;

import static org.exitrace.vtl.protocol.ExploredRoom.without;

import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three ways to wait for a vCPU's events, explored to the end, with pinned counts. */
class PollingRoomTest {

    private static final String BESIDE = without(ProtocolRule.POLLED_ALONE);

    private static ExploredRoom polling(int waiters, String... changes) {
        return ExploredRoom.of(new ProtocolShape(ProtocolStory.POLLING, 2, waiters), changes);
    }

    @Test
    void pollingByTheModeTakesItFromAVcpuThatRuns() {
        polling(1, "polling=mode", BESIDE).breaks("I-58", "handled", "mode").has(2_100, 4_847);
        polling(1, "polling=mode").isVerified();
        polling(2, "polling=mode").isVerified();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kicked", "inactive"})
    void theLaterVersionsLetTheVcpuRunBeside(String version) {
        polling(1, "polling=" + version, BESIDE).isVerified();
        polling(2, "polling=" + version, BESIDE).isVerified();
    }

    @ParameterizedTest
    @CsvSource({"mode, I-58", "kicked, I-58", "inactive, I-59"})
    void lookingBeforeQueueingLosesTheWakeUp(String version, String lost) {
        polling(1, "polling=" + version, without(ProtocolRule.QUEUED_BEFORE_LOOK))
                .breaks(lost, "handled");
    }

    @Test
    void anInactiveVcpuMustNotSleepOnWhatIsPending() {
        polling(1, without(ProtocolRule.PENDING_CHECKED)).breaks("I-59", "handled");
        polling(1).isVerified().has(217, 377);
    }
}

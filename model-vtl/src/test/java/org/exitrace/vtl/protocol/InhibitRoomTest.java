package org.exitrace.vtl.protocol;

import static org.exitrace.vtl.protocol.ExploredRoom.without;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.junit.jupiter.api.Test;

/** The TLB flush inhibit, explored to the end, with pinned counts. */
class InhibitRoomTest {

    private static ExploredRoom inhibit(int vcpus, String... changes) {
        List<String> all = new ArrayList<>(List.of(changes));
        all.add(without(ProtocolRule.SUSPENDED_LOOKS_AGAIN));
        return looking(vcpus, all.toArray(String[]::new));
    }

    private static ExploredRoom looking(int vcpus, String... changes) {
        return ExploredRoom.of(new ProtocolShape(ProtocolStory.INHIBIT, 2, vcpus), changes);
    }

    @Test
    void aSecondLookOfWhoIsSuspendedMendsTheReleaseOfOneVcpuAlone() {
        looking(1, without(ProtocolRule.RELEASE_SYNCS)).isVerified().has(192, 323);
        looking(2, without(ProtocolRule.RELEASE_SYNCS)).breaks("flushed");
    }

    @Test
    void aReleaseThatDoesNotWaitForReadersMissesAFlusherThatIsAboutToSuspend() {
        inhibit(1, without(ProtocolRule.RELEASE_SYNCS)).breaks("I-61", "flushed").has(117, 186);
        inhibit(2, without(ProtocolRule.RELEASE_SYNCS)).breaks("I-61", "flushed");
    }

    @Test
    void anInhibitThatDoesNotWaitForReadersIsFlushedThrough() {
        inhibit(1, without(ProtocolRule.INHIBIT_SYNCS)).breaks("I-39");
        inhibit(2, without(ProtocolRule.INHIBIT_SYNCS)).breaks("I-39");
    }

    @Test
    void waitingForReadersInBothKeepsAll() {
        inhibit(1).isVerified().has(139, 218);
        inhibit(2).isVerified().has(3_711, 8_709);
    }

    @Test
    void whetherAFlusherLooksAtAllTargetsAgainDoesNotMatter() {
        inhibit(2, without(ProtocolRule.RETRY_LOOKS_AT_ALL)).isVerified();
    }
}

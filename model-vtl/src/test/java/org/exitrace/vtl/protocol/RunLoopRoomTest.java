package org.exitrace.vtl.protocol;

import static org.exitrace.vtl.protocol.ExploredRoom.without;

import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A paravisor's loop and those who post to it, explored to the end, with pinned counts. */
class RunLoopRoomTest {

    private static ExploredRoom loop(int posters, String... changes) {
        return ExploredRoom.of(new ProtocolShape(ProtocolStory.RUN_LOOP, 2, posters), changes);
    }

    @Test
    void asLinuxDoesItNoWorkIsForgotten() {
        loop(1).isVerified().has(93, 152);
        loop(2).isVerified().has(975, 2_396);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCEL_TESTED_OFF", "POSTER_CANCELS", "POSTED_BEFORE_CANCEL",
        "CANCEL_CLEARED_FIRST"})
    void eachOfTheseRulesKeepsWorkFromBeingForgotten(ProtocolRule rule) {
        loop(1, without(rule)).breaks("posted");
    }

    @Test
    void aFlushMustWaitForItsWorkAndNotForAMomentOutside() {
        loop(1, without(ProtocolRule.FLUSH_WAITS)).breaks("I-42");
        loop(1, without(ProtocolRule.DONE_AWAITED)).isVerified();
        loop(2, without(ProtocolRule.DONE_AWAITED)).breaks("I-42");
    }
}

package org.exitrace.ghcb.svsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.junit.jupiter.api.Test;

/** An SVSM and its guest, explored to the end; the counts are pinned. */
class SvsmMachineTest {

    private static void machine(int events, int liberties, String change, long states,
            long transitions, String... broken) {
        Design design = Design.usual(SvsmMachine.SWITCHES);
        if (!change.isEmpty()) {
            design = design.with(change.split("=")[0], change.split("=")[1]);
        }
        ExplorationResult result = new Exploration(
                SvsmMachine.of(events, liberties, design)).checked().go();
        assertThat(result.broken().stream().map(verdict -> verdict.property().id()))
                .containsExactlyInAnyOrder(broken);
        assertThat(Arrays.asList(result.states(), result.transitions()))
                .containsExactly(states, transitions);
    }

    @Test
    void anEventInTheWindowIsLostWhereItsHandlerReturns() {
        machine(1, 0, "hv-window=left", 102, 132, "L5", "deadlock");
        machine(1, 0, "", 100, 131);
    }

    @Test
    void aSkippedSwitchIsNoCall() {
        machine(2, 0, "after-switch=takes-call", 344, 519, "call-once");
        machine(2, 0, "", 242, 385);
    }

    @Test
    void aCallIsHandledOnceWhereTheByteIsExchanged() {
        machine(0, 2, "call-pending=two-accesses", 88, 101, "call-once");
        machine(0, 2, "call-pending=unchecked", 86, 98, "call-handled");
        machine(0, 2, "", 72, 85);
    }

    @Test
    void aHostThatRunsTheGuestInsteadLosesItsOwnEvents() {
        machine(1, 1, "", 286, 417);
        machine(1, 2, "", 485, 741, "L5", "deadlock");
    }
}

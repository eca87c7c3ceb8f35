package org.exitrace.ghcb.svsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.junit.jupiter.api.Test;

/** An SVSM and its guest, explored to the end; the counts are pinned. */
class SvsmMachineTest {

    private static SvsmBounds bounds(int vcpus, int calls, int events, int misbehaviours) {
        return new SvsmBounds(vcpus, calls, events, misbehaviours);
    }

    private static void machine(SvsmBounds bounds, String changes, long states,
            long transitions, String... broken) {
        Design design = Design.usual(SvsmMachine.SWITCHES);
        for (String change : changes.isEmpty() ? new String[0] : changes.split(" ")) {
            design = design.with(change.split("=")[0], change.split("=")[1]);
        }
        ExplorationResult result =
                new Exploration(SvsmMachine.of(bounds, design)).checked().go();
        assertThat(result.broken().stream().map(verdict -> verdict.property().id()))
                .containsExactlyInAnyOrder(broken);
        assertThat(Arrays.asList(result.states(), result.transitions()))
                .containsExactly(states, transitions);
    }

    @Test
    void anEventInTheWindowIsLostWhereItsHandlerReturns() {
        machine(bounds(1, 1, 1, 0), "hv-window=left", 273, 370, "L5", "deadlock");
        machine(bounds(1, 1, 1, 0), "", 269, 368);
    }

    @Test
    void anEventBeforeTheFlagIsClearedIsLost() {
        machine(bounds(1, 1, 2, 0), "signal-order=last", 924, 1493, "L5", "deadlock");
        machine(bounds(1, 1, 1, 0), "signal-order=last", 261, 358);
    }

    @Test
    void aSkippedSwitchIsNoCall() {
        machine(bounds(1, 1, 2, 0), "after-switch=takes-call", 1216, 1921, "call-once");
        machine(bounds(1, 1, 2, 0), "", 925, 1520);
    }

    @Test
    void aCallIsHandledOnceWhereTheByteIsExchanged() {
        machine(bounds(1, 2, 0, 2), "call-pending=two-accesses after-switch=byte-alone", 704, 959,
                "call-failed", "call-once", "call-handled");
        machine(bounds(1, 2, 0, 2), "call-pending=unchecked", 588, 827, "call-handled");
        machine(bounds(1, 2, 0, 2), "", 488, 711);
        machine(bounds(1, 2, 0, 2), "missed-call=repeated", 518, 755);
    }

    @Test
    void anInterruptedGuestHasNotCalled() {
        machine(bounds(1, 1, 0, 1), "after-switch=byte-alone", 112, 128,
                "call-once", "call-handled");
        machine(bounds(1, 1, 0, 1), "call-pending=two-accesses", 106, 124);
    }

    @Test
    void aGuestThatCannotBeRunWaitsForItsAnswer() {
        machine(bounds(1, 1, 0, 1), "guest-vmsa=runnable", 90, 104, "call-handled");
        machine(bounds(1, 1, 0, 1), "", 104, 122);
    }

    @Test
    void aCallingAreaServesTheVirtualCpuWhoseSvsmKnowsIt() {
        machine(bounds(2, 2, 0, 0), "calling-areas=boot", 1013, 1839,
                "call-handled", "call-failed");
        machine(bounds(2, 2, 0, 0), "", 841, 1625);
    }

    @Test
    void aHostThatForgetsItsInjectionLosesItsOwnEvents() {
        machine(bounds(1, 1, 1, 1), "", 1410, 2370, "L5", "deadlock");
        machine(bounds(2, 1, 1, 0), "", 72_361, 197_447);
    }
}

package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.vtl.machine.Verdicts.broken;

import org.exitrace.engine.design.Design;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLB locks of the hosts that tell them step by step: docs/vtl.md d.8 on planes, f.2 below. */
class TlbLocksTest {

    private static final VtlBounds TWO = new VtlBounds(2, 2, 1, new VtlParts(1, 0, false), 0);

    @ParameterizedTest
    @ValueSource(strings = {"planes", "paravisor"})
    void aLockAndAFlushMayMeetAtAnyStep(String host) {
        assertThat(broken(meeting().explore("vtl-host=" + host))).isEmpty();
    }

    @Test
    void aReleaseThatDoesNotWaitForFlushersLeavesOneSuspended() {
        assertThat(broken(meeting().explore("vtl-host=planes", "flush-inhibition=as-posted")))
                .containsExactlyInAnyOrder("script-vp1-vtl0-returns", "deadlock");
    }

    @Test
    void aLockThatDoesNotWaitForFlushersIsFlushedThrough() {
        assertThat(broken(meeting().explore("vtl-host=planes", "flush-inhibition=unsynchronized")))
                .containsExactly("I-39");
    }

    @Test
    void aParavisorsProcessorNeverWaitsForItself() {
        ScriptedGuest guest = new ScriptedGuest(
                new VtlBounds(1, 2, 1, new VtlParts(1, 0, false), 0))
                .runs("vp0-vtl0", "vtl-call", "flush-tlb -> SUCCESS")
                .runs("vp0-vtl1", "lock-tlb vtl=0 -> SUCCESS", "vtl-return");

        assertThat(broken(guest.explore("vtl-host=paravisor", "tlb-lock-release=write")))
                .containsExactly("I-38");
        assertThat(broken(guest.explore("vtl-host=planes", "tlb-lock-release=write")))
                .contains("I-38", "I-63", "deadlock");
    }

    @Test
    void aLockOfTwoVtlsIsOverWithTheLastOfThem() {
        ScriptedGuest guest = new ScriptedGuest(
                new VtlBounds(2, 3, 1, new VtlParts(1, 0, false), 0))
                .runs("vp0-vtl0", "vtl-call")
                .runs("vp0-vtl1", "lock-tlb vtl=0 -> SUCCESS", "vtl-call", "write word=0",
                        "vtl-return")
                .runs("vp0-vtl2", "lock-tlb vtl=0 -> SUCCESS",
                        "lock-tlb vtl=0 locked=false -> SUCCESS", "vtl-return")
                .runs("vp1-vtl0", "await word=0", "flush-tlb -> SUCCESS");

        assertThat(broken(guest.explore("vtl-host=planes"))).isEmpty();
        assertThat(broken(guest.explore("vtl-host=paravisor"))).isEmpty();
    }

    @Test
    void aMachineInWhichNobodyLocksHasNoneOfTheSteps() {
        ScriptedGuest guest = new ScriptedGuest(TWO)
                .runs("vp0-vtl0", "vtl-call").runs("vp0-vtl1", "vtl-return")
                .runs("vp1-vtl0", "flush-tlb -> SUCCESS");

        for (String host : new String[] {"vtl-host=planes", "vtl-host=paravisor"}) {
            assertThat(guest.explore(host).states())
                    .isEqualTo(guest.explore(host, "flush-calls=ignore").states());
        }
    }

    @Test
    void hostsWithoutPlanesRefuseWhatIsSaidOfPlanes() {
        Design below = design("fault-guard=awaited").with("vtl-host", "paravisor");

        assertThat(VtlMachine.refuses(TWO, design("flush-inhibition=as-posted")).orElseThrow())
                .contains("leave 'flush-inhibition' out");
        assertThat(VtlMachine.refuses(TWO, below).orElseThrow())
                .contains("leave 'fault-guard' out");
    }

    private static Design design(String change) {
        String[] parts = change.split("=");
        return Design.usual(VtlMachine.SWITCHES).with(parts[0], parts[1]);
    }

    private static ScriptedGuest meeting() {
        return new ScriptedGuest(TWO)
                .runs("vp0-vtl0", "read-page page=0 -> 0", "vtl-call")
                .runs("vp0-vtl1", "lock-tlb vtl=0 -> SUCCESS", "vtl-return")
                .runs("vp1-vtl0", "flush-tlb -> SUCCESS");
    }
}

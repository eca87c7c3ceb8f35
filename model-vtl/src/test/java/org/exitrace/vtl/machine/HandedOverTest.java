package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.vtl.machine.Verdicts.broken;

import org.exitrace.engine.explore.ExplorationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts and enablings that another thread carries out, on the two hosts that have such steps. */
class HandedOverTest {

    private static final String[] STARTED = {"start-vp vp=1 vtl=0 cr3=2 -> SUCCESS"};

    private static ScriptedGuest started() {
        return new ScriptedGuest(2, 1).started(1).runs("vp0-vtl0", STARTED)
                .runs("vp1-vtl0", "check register=cr3 -> 2");
    }

    private static ScriptedGuest byTwo() {
        return new ScriptedGuest(3, 1).started(2)
                .runs("vp0-vtl0", "start-vp vp=2 vtl=0 cr3=1 -> SUCCESS|INVALID_VP_STATE")
                .runs("vp1-vtl0", "start-vp vp=2 vtl=0 cr3=1 -> SUCCESS|INVALID_VP_STATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vtl-aware-vcpu", "paravisor"})
    void aStartIsCarriedOutByTheOtherThreadUnlessNobodyMakesItLook(String host) {
        ExplorationResult kept = started().explore("vtl-host=" + host, "vp-start=handed-over");
        assertThat(kept.isExhaustive()).isTrue();
        assertThat(broken(kept)).isEmpty();
        assertThat(broken(started().explore("vtl-host=" + host, "vp-start=unheard")))
                .contains("I-64", "deadlock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vtl-aware-vcpu", "paravisor"})
    void ofTwoStartersOneSucceedsByCompareAndExchange(String host) {
        assertThat(broken(byTwo().explore("vtl-host=" + host, "vp-start=handed-over"))).isEmpty();
        assertThat(broken(byTwo().explore(
                "vtl-host=" + host, "vp-start=handed-over", "partition-lock=none")))
                .contains("I-33", "I-67");
    }

    @Test
    void aSecondStarterWritesOverTheFieldsAndTakesTheFlagOfTheFirst() {
        assertThat(broken(byTwo().explore("vp-start=overwritten")))
                .containsExactlyInAnyOrder("I-33", "I-67", "host-fault");
    }

    /** SIPI and a hypercall meet at the same bit: the target carries one of both out. */
    @ParameterizedTest
    @ValueSource(strings = {"vtl-aware-vcpu", "paravisor"})
    void aSipiAndAStartAtOnceAreOneStart(String host) {
        ExplorationResult result = new ScriptedGuest(3, 1).started(2)
                .runs("vp0-vtl0", "start-vp vp=2 vtl=0 -> SUCCESS|INVALID_VP_STATE")
                .runs("vp1-vtl0", "init-sipi vp=2 -> SUCCESS")
                .explore("vtl-host=" + host, "vp-start=handed-over");
        assertThat(broken(result)).isEmpty();
    }

    /** What the bit says too early: a call into VTL1 finds a context that is not there. */
    @ParameterizedTest
    @ValueSource(strings = {"vtl-aware-vcpu", "paravisor"})
    void aBitThatIsSetBeforeTheContextLetsACallInWithoutOne(String host) {
        ScriptedGuest guest = new ScriptedGuest(2, 2).enabled(1)
                .runs("vp0-vtl0", "enable-partition-vtl vtl=1 -> SUCCESS",
                        "enable-vp-vtl vp=0 vtl=1 -> SUCCESS", "vtl-call")
                .runs("vp0-vtl1", "enable-vp-vtl vp=1 vtl=1 cr3=2 -> SUCCESS")
                .runs("vp1-vtl0", "vtl-call")
                .runs("vp1-vtl1", "check register=cr3 -> 2");
        String on = "vtl-host=" + host;
        assertThat(broken(guest.explore(on, "vp-start=flipped-early")))
                .contains("I-66", "script-vp1-vtl1").doesNotContain("I-13");
        assertThat(broken(guest.explore(on, "vp-start=handed-over")))
                .doesNotContain("I-66", "script-vp1-vtl1", "I-13");
    }

    /** Nobody asks for a register: the state itself says that VTL1 is none of its own. */
    @Test
    void aStartThatReplacesAnEnablingBeginsInAVtlThatTheProcessorDoesNotHave() {
        ScriptedGuest guest = new ScriptedGuest(2, 2).enabled(1).started(1)
                .runs("vp0-vtl0", "enable-partition-vtl vtl=1 -> SUCCESS",
                        "enable-vp-vtl vp=0 vtl=1 -> SUCCESS", "vtl-call")
                .runs("vp0-vtl1", "enable-vp-vtl vp=1 vtl=1 cr3=2 -> SUCCESS",
                        "start-vp vp=1 vtl=1 cr3=3 -> SUCCESS")
                .runs("vp1-vtl1", "mov register=rbx value=1");
        assertThat(broken(guest.explore("vtl-host=paravisor", "vp-start=overwritten")))
                .contains("I-03", "I-33");
        assertThat(broken(guest.explore("vtl-host=paravisor", "vp-start=handed-over")))
                .doesNotContain("I-03", "I-33");
    }

    /** A call that came before the VTL was enabled raised #UD rightly. */
    @Test
    void aCallThatIsRefusedWhileTheVtlIsBeingEnabledIsNoWrongTarget() {
        ScriptedGuest guest = new ScriptedGuest(2, 2).enabled(1)
                .runs("vp0-vtl0", "enable-partition-vtl vtl=1 -> SUCCESS",
                        "enable-vp-vtl vp=0 vtl=1 -> SUCCESS", "vtl-call")
                .runs("vp0-vtl1", "enable-vp-vtl vp=1 vtl=1 -> SUCCESS")
                .runs("vp1-vtl0", "vtl-call", "vtl-call")
                .runs("vp1-vtl1", "vtl-return");
        assertThat(broken(guest.explore())).doesNotContain("I-13", "I-14");
    }
}

package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two processors send to VTL1 of a third: who is second may leave the kick to the first. */
class SendsTest {

    private static ScriptedGuest guest() {
        return new ScriptedGuest(3, 2)
                .runs("vp0-vtl0", "mov register=rbx value=1", "mov register=rbx value=2")
                .runs("vp0-vtl1", "eoi", "vtl-return", "eoi", "vtl-return")
                .runs("vp1-vtl0", "send-ipi vp=0 vtl=1 vector=0 -> SUCCESS")
                .runs("vp2-vtl0", "send-ipi vp=0 vtl=1 vector=0 -> SUCCESS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vtl-aware-vcpu", "slots-per-vtl", "planes", "paravisor"})
    void aKickThatSomebodyElseIsAboutToSendIsStillUnderWay(String host) {
        assertThat(Verdicts.broken(guest().explore("vtl-host=" + host))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"planes", "paravisor", "slots-per-vtl"})
    void twoSendsThatNobodyKicksForBreakTheRuleOnceBothAreOver(String host) {
        assertThat(Verdicts.broken(guest().explore("vtl-host=" + host, "vmm=delivers-late")))
                .contains("I-23");
    }

    @Test
    void aKickThatIsNotSentIsMissedWhoeverWasFirst() {
        assertThat(Verdicts.broken(guest().explore("vtl-host=planes", "plane-series=unkicked")))
                .contains("I-23");
    }

    /** The bit was set for the masked vector, whose sender is through long before the second. */
    @Test
    void aSendThatFindsAnOldMarkIsNotOnItsWay() {
        assertThat(Verdicts.broken(masked().explore("vtl-host=planes"))).contains("I-23");
        assertThat(Verdicts.broken(masked().explore("vtl-host=paravisor"))).isEmpty();
    }

    private static ScriptedGuest masked() {
        return new ScriptedGuest(new VtlBounds(3, 2, 2, VtlParts.NONE, 0))
                .runs("vp0-vtl0", "vtl-call", "write word=0", "mov register=rbx value=1",
                        "mov register=rbx value=2")
                .runs("vp0-vtl1", "set-tpr class=1", "vtl-return",
                        "take-interrupt vector=1", "eoi", "vtl-return")
                .runs("vp1-vtl0", "await word=0", "send-ipi vp=0 vtl=1 vector=0 -> SUCCESS",
                        "write word=1")
                .runs("vp2-vtl0", "await word=1", "send-ipi vp=0 vtl=1 vector=1 -> SUCCESS");
    }
}

package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.vtl.machine.Verdicts.broken;

import org.exitrace.engine.script.Script;
import org.exitrace.vtl.guest.StartupInstructions;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** INIT and SIPI to a virtual processor that runs. */
final class InitTest {

    private static ScriptedGuest alone() {
        return new ScriptedGuest(2, 2).enabled(1)
                .runs("vp0-vtl0", "await word=0", "write-icr-init vp=1 -> SUCCESS",
                        "write-icr-sipi vp=1 -> SUCCESS")
                .runs("vp1-vtl0", "mov register=cr3 value=1", "mov register=rbx value=1",
                        "write word=0", "await word=1", "sipi-entry",
                        "check register=cr3 -> 0", "check register=rbx -> 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vtl-aware-vcpu", "vcpu-per-vtl", "vm-per-vtl", "slots-per-vtl",
        "combined-key", "planes", "paravisor"})
    void whoIsSentInitAndSipiBeginsAnewWithEmptyRegisters(String host) {
        assertThat(broken(alone().explore("vtl-host=" + host))).isEmpty();
    }

    @Test
    void withoutSipiVtl0ExecutesNothingAndVtl1IsEnteredAllTheSame() {
        ScriptedGuest guest = new ScriptedGuest(2, 2)
                .runs("vp0-vtl0", "await word=0", "write-icr-init vp=1 -> SUCCESS",
                        "send-ipi vp=1 vtl=0 vector=0 -> SUCCESS",
                        "send-ipi vp=1 vtl=1 vector=0 -> SUCCESS")
                .runs("vp1-vtl0", "write word=0", "await word=1", "mov register=rbx value=1")
                .runs("vp1-vtl1", "take-interrupt vector=0", "check register=rbx -> 0",
                        "eoi", "vtl-return");

        assertThat(broken(guest.explore("init-drop=denied"))).isEmpty();
    }

    @Test
    void itDoesNothingWhereAHigherVtlIsOrDeniesIt() {
        ScriptedGuest present = new ScriptedGuest(2, 2)
                .runs("vp0-vtl0", "write-icr-init vp=1 -> SUCCESS")
                .runs("vp1-vtl0", "mov register=rbx value=1", "check register=rbx -> 1");
        ScriptedGuest denying = new ScriptedGuest(2, 2)
                .runs("vp0-vtl0", "vtl-call", "write-icr-init vp=1 -> SUCCESS")
                .runs("vp0-vtl1", "set-vsm vtl=1 register=VSM_PARTITION_CONFIG value=96",
                        "vtl-return")
                .runs("vp1-vtl0", "mov register=rbx value=1", "check register=rbx -> 1");

        assertThat(broken(present.explore())).isEmpty();
        assertThat(broken(present.explore("init-drop=denied")))
                .containsExactlyInAnyOrder("script-vp1-vtl0-returns");
        assertThat(broken(denying.explore("init-drop=denied"))).isEmpty();
        assertThat(broken(denying.explore("init-drop=none"))).contains("I-31-init");
    }

    @Test
    void oneThatIsInterceptedReachesNobody() {
        ScriptedGuest guest = new ScriptedGuest(2, 2)
                .runs("vp0-vtl0", "vtl-call", "write-icr-init vp=1 -> SUCCESS")
                .runs("vp0-vtl1", "set-vsm vtl=1 register=VSM_PARTITION_CONFIG value=544",
                        "vtl-return", "entry-reason -> INTERCEPT",
                        "read-write-intercept -> startup", "complete-intercept vtl=0",
                        "vtl-return")
                .runs("vp1-vtl0", "mov register=rbx value=1", "check register=rbx -> 1");

        assertThat(broken(guest.explore("init-drop=denied"))).isEmpty();
    }

    @Test
    void theFirstProcessorWaitsForNoSipi() {
        ScriptedGuest guest = new ScriptedGuest(1, 1)
                .runs("vp0-vtl0", "mov register=cr3 value=1", "write-icr-init vp=0",
                        "sipi-entry", "check register=cr3 -> 0");

        assertThat(broken(guest.explore())).isEmpty();
    }

    @Test
    void itsSynicAndTimersStay() {
        ScriptedGuest guest = new ScriptedGuest(new VtlBounds(1, 1, 1,
                new VtlParts(0, 1, false), 0))
                .runs("vp0-vtl0", "set-sint sint=0 vector=0", "write-icr-init vp=0",
                        "sipi-entry", "set-stimer sint=0", "take-interrupt vector=0",
                        "read-message sint=0 -> TIMER_EXPIRED");

        assertThat(broken(guest.explore())).isEmpty();
    }

    @Test
    void aScriptBeginsBySipiAtOnePlaceAlone() {
        Script<Vtl> once = ScriptedGuest.script("mov register=rbx value=1", "sipi-entry");
        Script<Vtl> twice = ScriptedGuest.script("sipi-entry", "sipi-entry");

        assertThat(StartupInstructions.problem("vp1-vtl0", once)).isEmpty();
        assertThat(StartupInstructions.problem("vp1-vtl0", twice)).hasValue(
                "'vp1-vtl0' says 'sipi-entry' a second time in line 2, and SIPI leads to one"
                + " place; leave one out");
    }

    @Test
    void nobodyStartsAProcessorBesideAReset() {
        Script<Vtl> starts = ScriptedGuest.script("start-vp vp=2 vtl=0");

        assertThat(StartupInstructions.besideReset("vp0-vtl0", starts)).isEmpty();
        assertThat(StartupInstructions.besideReset("vp1-vtl0", starts)).hasValue(
                "'vp1-vtl0' says 'start-vp' in line 1, and a processor that is started during a"
                + " reset is not told here; start it by a script of 'vp0', or leave 'reset' out");
    }
}

package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts with a thread for each VTL, where a switch has more than one VTL to go to. */
final class ThreeLevelsTest {

    private static final VtlBounds VINA = new VtlBounds(1, 3, 3, new VtlParts(0, 0, true), 0);

    @ParameterizedTest
    @ValueSource(strings = {"vcpu-per-vtl", "vm-per-vtl", "combined-key"})
    void callsAndReturnsGoToTheNextEnabledVtl(String host) {
        ExplorationResult result = new ScriptedGuest(1, 3)
                .runs("vp0-vtl0", "mov register=rbx value=1", "vtl-call",
                        "check register=rbx -> 3")
                .runs("vp0-vtl1", "entry-reason -> VTL_CALL", "check register=rbx -> 1",
                        "vtl-call", "check register=rbx -> 2", "mov register=rbx value=3",
                        "vtl-return")
                .runs("vp0-vtl2", "entry-reason -> VTL_CALL", "check register=rbx -> 1",
                        "mov register=rbx value=2", "vtl-return")
                .explore("vtl-host=" + host);

        assertThat(Verdicts.broken(result)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vcpu-per-vtl", "vm-per-vtl", "combined-key"})
    void aVtlThatIsNotEnabledIsPassedOver(String host) {
        ExplorationResult result = new ScriptedGuest(1, 3).enabled(2)
                .runs("vp0-vtl0", "vtl-call", "mov register=rbx value=1")
                .runs("vp0-vtl1", "vtl-call -> #UD", "vtl-return")
                .explore("vtl-host=" + host);

        assertThat(Verdicts.broken(result)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"vcpu-per-vtl, 73008", "vm-per-vtl, 90990", "combined-key, 73008"})
    void anInterruptOfTheHighestVtlSkipsTheMiddleAndReturnsThroughIt(String host, long states) {
        ExplorationResult result = new ScriptedGuest(2, 3)
                .runs("vp0-vtl0", "mov register=rbx value=1", "mov register=rbx value=2")
                .runs("vp0-vtl1", "vtl-return")
                .runs("vp0-vtl2", "entry-reason -> INTERRUPT", "eoi", "vtl-return")
                .runs("vp1-vtl0", "send-ipi vp=0 vtl=2 vector=0 -> SUCCESS")
                .explore("vtl-host=" + host);

        assertThat(Verdicts.broken(result)).containsExactly("I-23");
        assertThat(result.states()).isEqualTo(states);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vcpu-per-vtl", "vm-per-vtl", "combined-key"})
    void theHighestVtlIsToldOfInterruptsOfBothBelowIt(String host) {
        ExplorationResult result = new ScriptedGuest(VINA)
                .runs("vp0-vtl0", "vtl-call", "take-interrupt vector=0")
                .runs("vp0-vtl1", "vtl-call", "take-interrupt vector=1", "eoi", "vtl-return")
                .runs("vp0-vtl2", "set-vina vtl=2 vector=2 auto-reset=true -> SUCCESS",
                        "send-ipi vp=0 vtl=0 vector=0 -> SUCCESS", "take-interrupt vector=2",
                        "eoi", "vina-asserted -> 1", "clear-vina",
                        "send-ipi vp=0 vtl=1 vector=1 -> SUCCESS",
                        "take-interrupt vector=2", "eoi", "vtl-return")
                .explore("vtl-host=" + host);

        assertThat(Verdicts.broken(result)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vcpu-per-vtl", "vm-per-vtl", "combined-key"})
    void aMonitorThatLetsAllGoOnLetsThreeVtlsRun(String host) {
        ExplorationResult result = new ScriptedGuest(1, 3)
                .runs("vp0-vtl0", "vtl-call", "mov register=rbx value=1")
                .runs("vp0-vtl1", "mov register=rbx value=2", "vtl-return")
                .runs("vp0-vtl2", "mov register=rbx value=3")
                .explore("vtl-host=" + host, "vmm=resumes-both");

        assertThat(Verdicts.broken(result)).contains("I-11");
    }
}

package org.exitrace.ghcb.svsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.exitrace.engine.adversary.Adversary;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.step.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An SVSM and its guest, explored to the end; the counts are pinned. */
class SvsmMachineTest {

    private static SvsmBounds bounds(int vcpus, int calls, int events, int misbehaviours) {
        return new SvsmBounds(vcpus, calls, events, misbehaviours, HostilePart.ANY);
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
        machine(bounds(1, 1, 2, 0), "signal-order=last", 922, 1491, "L5", "deadlock");
        machine(bounds(1, 1, 1, 0), "signal-order=last", 261, 358);
    }

    @Test
    void aSkippedSwitchIsNoCall() {
        machine(bounds(1, 1, 2, 0), "after-switch=takes-call", 1216, 1921, "call-once");
        machine(bounds(1, 1, 2, 0), "", 923, 1518);
    }

    @Test
    void aCallIsHandledOnceWhereTheByteIsExchanged() {
        machine(bounds(1, 2, 0, 2), "call-pending=two-accesses after-switch=byte-alone", 988, 1525,
                "call-failed", "call-once", "call-handled");
        machine(bounds(1, 2, 0, 2), "call-pending=unchecked", 849, 1360, "call-handled");
        machine(bounds(1, 2, 0, 2), "", 725, 1206);
        machine(bounds(1, 2, 0, 2), "missed-call=repeated", 763, 1265);
    }

    @Test
    void anInterruptedGuestHasNotCalled() {
        machine(bounds(1, 1, 0, 1), "after-switch=byte-alone", 132, 162,
                "call-once", "call-handled");
        machine(bounds(1, 1, 0, 1), "call-pending=two-accesses", 127, 160);
    }

    @Test
    void aGuestThatCannotBeRunWaitsForItsAnswer() {
        machine(bounds(1, 1, 0, 1), "guest-vmsa=runnable", 112, 139, "call-handled");
        machine(bounds(1, 1, 0, 1), "", 125, 158);
    }

    @Test
    void aCallingAreaServesTheVirtualCpuWhoseSvsmKnowsIt() {
        machine(bounds(2, 2, 0, 0), "calling-areas=boot", 1013, 1839,
                "call-handled", "call-failed");
        machine(bounds(2, 2, 0, 0), "", 841, 1625);
    }

    /** What L5 costs, and that the shortest way there is the one that the part stands for. */
    @ParameterizedTest
    @CsvSource({"VMPL, runs the guest of vcpu0 instead of VMPL 0",
        "HV, forgets the #HV of vcpu0",
        "PAGE, sets NoFurtherSignal in the #HV page of vcpu0 and injects nothing"})
    void eachPartOfAHostileHostLosesAnEventInItsOwnWay(HostilePart part, String how) {
        ExplorationResult result = new Exploration(SvsmMachine.of(
                new SvsmBounds(1, 1, 1, 1, part), Design.usual(SvsmMachine.SWITCHES))).go();

        assertThat(result.broken().stream().map(verdict -> verdict.property().id()))
                .containsExactlyInAnyOrder("L5", "deadlock");
        assertThat(result.verdict("L5").witness().orElseThrow().once())
                .filteredOn(step -> step.startsWith(Adversary.ACTOR)).containsExactly(
                        Adversary.ACTOR + " " + how);
    }

    /** Before its launch the guest cannot be run, whatever the host tries. */
    @Test
    void theGuestIsRunnableAtFirstOnlyIfItIsAlways() {
        for (GuestVmsa guest : GuestVmsa.values()) {
            Model model = SvsmMachine.of(bounds(1, 1, 0, 1), Design.usual(SvsmMachine.SWITCHES)
                    .with(GuestVmsa.SWITCH.name(), guest.label()));

            assertThat(model.steps()).filteredOn(Step::enabled).extracting(Step::fullName)
                    .filteredOn(name -> name.contains("runs the guest"))
                    .hasSize(guest == GuestVmsa.RUNNABLE ? 1 : 0);
        }
    }

    /** What the host writes into the page makes the SVSM look once more, and changes no call. */
    @Test
    void noCallDependsOnTheHvPage() {
        Design design = Design.usual(SvsmMachine.SWITCHES);
        ExplorationResult result = new Exploration(SvsmMachine.of(
                new SvsmBounds(1, 2, 0, 3, HostilePart.PAGE), design)).checked().go();

        assertThat(result.broken()).isEmpty();
        assertThat(result.isExhaustive()).isTrue();
    }

    @Test
    void aHostThatForgetsItsInjectionLosesItsOwnEvents() {
        machine(bounds(1, 1, 1, 1), "", 1542, 2932, "L5", "deadlock");
        machine(bounds(2, 1, 1, 0), "", 72_361, 197_447);
    }
}

package org.exitrace.kvm.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Script;
import org.exitrace.engine.script.ScriptLines;
import org.exitrace.ghcb.guest.GuestSoftware.ApStart;
import org.exitrace.ghcb.script.GuestOperations;
import org.exitrace.ghcb.script.ScriptedGuest;
import org.exitrace.kvm.apboot.ApBoot;
import org.exitrace.kvm.apboot.ApBootScripts;
import org.exitrace.kvm.apboot.ApBootShape;
import org.exitrace.kvm.apboot.Story;
import org.exitrace.kvm.bench.Vms;
import org.junit.jupiter.api.Test;

/** Scripted guests, and scripted threads that run one of their vCPUs by ioctls. */
class ConversationTest {

    private static final Script<ScriptedGuest> IDLE = guest();
    private static final Script<ScriptedGuest> WAKES = guest(
            "icr-write mode=INIT to=1", "icr-write mode=SIPI to=1");

    private static ApBootShape shape(ApStart aps, boolean userLapic, boolean sevEs) {
        return new ApBootShape(
                Story.SCRIPTED, 1, 1, false, 1, 0, 0, 0, sevEs, userLapic, aps);
    }

    private static void holds(ApBootShape shape, Script<ScriptedGuest> bsp,
            Script<ScriptedGuest> ap, Script<ScriptedThread> thread) {
        assertThat(broken(shape, bsp, ap, thread)).isEmpty();
    }

    private static List<String> broken(ApBootShape shape, Script<ScriptedGuest> bsp,
            Script<ScriptedGuest> ap, Script<ScriptedThread> thread, String... changes) {
        ApBootScripts scripts = new ApBootScripts(Map.of(0, bsp, 1, ap),
                thread == null ? Map.of() : Map.of(1, thread));
        ExplorationResult result = new Exploration(
                ApBoot.machine(shape, scripts, Vms.design(changes))).checked().go();
        assertThat(result.isExhaustive()).as(result.summary()).isTrue();
        return result.broken().stream().map(one -> one.property().id()).toList();
    }

    @Test
    void theIoctlsThatThereAre() {
        assertThat(ThreadOperations.declared()).extracting(Operation::name).containsExactly(
                "KVM_RUN", "KVM_GET_MP_STATE", "KVM_SET_MP_STATE", "KVM_NMI");
        assertThat(ThreadOperations.declared().get(0).results()).containsExactly(
                "EAGAIN", "EINVAL",
                "exit AP_RESET_HOLD", "exit HLT", "exit ICR_WRITE", "HOST_CRASH");
        assertThat(ThreadOperations.declared().get(1).results()).containsExactly("RUNNABLE",
                "UNINITIALIZED", "INIT_RECEIVED", "HALTED", "SIPI_RECEIVED", "AP_RESET_HOLD");
    }

    @Test
    void aStateThatIsSetIsRead() {
        holds(shape(ApStart.PARKED, false, true), IDLE, IDLE, thread(
                "KVM_GET_MP_STATE gives AP_RESET_HOLD",
                "KVM_SET_MP_STATE state=HALTED gives OK", "KVM_GET_MP_STATE gives HALTED",
                "KVM_SET_MP_STATE state=UNINITIALIZED gives OK",
                "KVM_GET_MP_STATE gives UNINITIALIZED"));
    }

    @Test
    void sipiReceivedIsInputOnlyAndStartsAnAp() {
        holds(shape(ApStart.OFF, false, true), IDLE, IDLE, thread(
                "KVM_GET_MP_STATE gives UNINITIALIZED",
                "KVM_SET_MP_STATE state=SIPI_RECEIVED gives OK",
                "KVM_GET_MP_STATE gives RUNNABLE"));
    }

    @Test
    void withoutALapicInTheKernelAStateIsRefusedAndStays() {
        holds(shape(ApStart.OFF, true, true), IDLE, IDLE, thread(
                "KVM_SET_MP_STATE state=INIT_RECEIVED gives EINVAL",
                "KVM_GET_MP_STATE gives RUNNABLE",
                "KVM_SET_MP_STATE state=RUNNABLE gives OK"));
    }

    @Test
    void aHoldComesToTheVmmWithTheLapicInUserSpace() {
        holds(shape(ApStart.RUNNING, true, true), IDLE,
                guest("ap-reset-hold form=nae gives WOKEN", "hlt"), thread(
                "KVM_RUN gives exit AP_RESET_HOLD", "KVM_GET_MP_STATE gives RUNNABLE",
                "KVM_RUN gives exit HLT"));
    }

    @Test
    void anUninitializedVcpuReturnsToItsVmmOnce() {
        holds(shape(ApStart.OFF, true, true), IDLE, IDLE, thread(
                "KVM_GET_MP_STATE gives RUNNABLE"));
        assertThat(broken(shape(ApStart.OFF, false, true), WAKES,
                guest("write word=0"), thread("KVM_RUN gives EAGAIN")))
                .isEmpty();
    }

    @Test
    void aWrongExpectationIsNoticed() {
        assertThat(broken(shape(ApStart.PARKED, false, true), IDLE, IDLE,
                thread("KVM_GET_MP_STATE gives RUNNABLE")))
                .containsExactly("script-ap1-vmm");
    }

    @Test
    void anNmiEndsAHoldWithoutARelease() {
        holds(shape(ApStart.RUNNING, false, true), IDLE, IDLE, thread("KVM_NMI gives OK"));
        assertThat(broken(new ApBootShape(Story.SCRIPTED, 1, 1, false, 1, 1, 0, 0, true, false,
                ApStart.RUNNING), IDLE, guest("ap-reset-hold form=msr gives WOKEN"), null))
                .as("the NMI may come before the hold, and the script does not hold again")
                .containsExactly("script-ap1-returns", "L2");
    }

    @Test
    void theWakeOfAHeldApIsCarriedOutByEitherForm() {
        for (String form : new String[] {"nae", "msr"}) {
            holds(shape(ApStart.OFF, false, true), guest(
                    "icr-write mode=INIT to=1", "icr-write mode=SIPI to=1"),
                    guest("write word=0"), null);
            assertThat(broken(shape(ApStart.RUNNING, false, true), WAKES,
                    guest("ap-reset-hold form=" + form + " gives RELEASED"), null,
                    "sipi-hook=latched", "hold-with-events=parks-for-init")).isEmpty();
        }
    }

    @Test
    void anApThatBeginsParkedIsReleasedBeforeItsScriptBegins() {
        for (String form : new String[] {"nae", "msr"}) {
            assertThat(broken(shape(ApStart.PARKED, false, true), WAKES,
                    guest("ap-jump-table do=get gives 0", "hlt"), null,
                    "hold-form=" + form)).as(form).isEmpty();
        }
        holds(shape(ApStart.PARKED, true, true), WAKES,
                guest("ap-jump-table do=get gives 0", "hlt"), null);
    }

    @Test
    void aParkedApOfAUserSpaceLapicIsReleased() {
        holds(shape(ApStart.PARKED, true, true), WAKES, guest("write word=0"), null);
        holds(shape(ApStart.RUNNING, true, true), WAKES,
                guest("write word=0", "ap-reset-hold form=nae gives RELEASED"), null);
    }

    @Test
    void aPlainGuestIsStartedByItsSipi() {
        holds(shape(ApStart.OFF, false, false), guest("icr-write mode=INIT to=1",
                "icr-write mode=SIPI to=1", "await word=0"), guest("write word=0"), null);
    }

    @Test
    void theKernelOf2013IsRefusedWhereItCannotBeWhatTheMachineSays() {
        String kernel = "init-sipi-events=remote-mp-state";
        assertThatThrownBy(() -> broken(shape(ApStart.OFF, false, true), IDLE, IDLE, null, kernel))
                .hasMessageContaining("take it with 'guest: plain'");
        assertThatThrownBy(() -> broken(shape(ApStart.OFF, true, false), IDLE, IDLE, null, kernel))
                .hasMessageContaining("take it with 'lapic: kernel', and script no VMM");
        assertThatThrownBy(() -> broken(shape(ApStart.OFF, false, false), IDLE, IDLE,
                thread("KVM_NMI"), kernel)).hasMessageContaining("script no VMM");
    }

    @Test
    void nothingIsOwedToABootstrapProcessorThatWasSentAnInit() {
        holds(shape(ApStart.RUNNING, false, true), guest("await word=0", "hlt"),
                guest("icr-write mode=INIT to=0", "write word=0"), null);
    }

    @Test
    void theCheckOfTheMappingAloneWritesIntoAnAnswerThatIsNoHolds() {
        ApBootShape running = shape(ApStart.RUNNING, false, true);
        Script<ScriptedGuest> asks = guest("ap-jump-table do=get gives 0");
        assertThat(broken(running, WAKES, asks, null, "sipi-hook=ghcb-check"))
                .as("W6").containsExactly("script-ap1", "S-13");
        assertThat(broken(running, WAKES, asks, null, "sipi-hook=hold-type"))
                .containsExactly("S-13");
        assertThat(broken(running, WAKES, asks, null, "sipi-hook=unchecked-ghcb"))
                .containsExactly("script-ap1", "script-ap1-returns", "S-39");
    }

    private static Script<ScriptedGuest> guest(String... lines) {
        return ScriptLines.script(GuestOperations.all(1), lines);
    }

    private static Script<ScriptedThread> thread(String... lines) {
        return ScriptLines.script(ThreadOperations.declared(), lines);
    }
}

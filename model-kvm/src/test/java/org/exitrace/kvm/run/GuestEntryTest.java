package org.exitrace.kvm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.kvm.bench.Bench;
import org.exitrace.kvm.bench.Vms;
import org.exitrace.kvm.spec.HoldType;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.spec.VcpuMode;
import org.exitrace.kvm.vcpu.Vcpu;
import org.exitrace.kvm.vm.VmFeatures;
import org.junit.jupiter.api.Test;

/** One pass of vcpu_enter_guest by an AP whose hold has ended. */
class GuestEntryTest {

    private static final int TO_EXIT_TEST = 3;

    private Bench bench;
    private Vcpu ap;

    private void afterHold(VmFeatures vm) {
        bench = Bench.ofAp(vcpus -> {
            KvmRun run = new KvmRun(vm, vcpus, null);
            return new GuestEntry(vm, run.acceptEvents(), Optional.empty()).enter();
        });
        ap = bench.ap;
        ap.mpState.become(MpState.RUNNABLE);
        ap.receivedFirstSipi.raise();
        ap.holdType.become(HoldType.NAE);
        ap.ghcbMapped.raise();
        ap.guest.holdOpen.raise();
    }

    @Test
    void theGuestRunsAndItsHoldIsForgotten() {
        afterHold(Vms.es());
        assertThat(bench.run()).containsExactly("vcpu_enter_guest: KVM_REQ_NMI?",
                "vcpu_enter_guest: KVM_REQ_EVENT?", "vcpu_enter_guest: mode = IN_GUEST_MODE",
                "vcpu_enter_guest: kvm_vcpu_exit_request?");
        assertThat(bench.isDone()).isFalse();
        assertThat(ap.guest.running.isSet()).isTrue();
        assertThat(ap.guest.holdOpen.isSet()).isFalse();
        assertThat(ap.holdType.get()).isEqualTo(HoldType.NONE);
        assertThat(ap.ghcbMapped.isSet()).isFalse();
        assertThat(ap.mode.get()).isEqualTo(VcpuMode.IN_GUEST_MODE);
    }

    @Test
    void anExitOfTheGuestsOwnBringsItBack() {
        afterHold(Vms.es());
        bench.run();
        ap.guest.leave(GuestExit.HLT);
        assertThat(bench.goOn())
                .containsExactly("vcpu_enter_guest: #VMEXIT, mode = OUTSIDE_GUEST_MODE");
        assertThat(bench.isDone()).isTrue();
        assertThat(ap.mode.get()).isEqualTo(VcpuMode.OUTSIDE_GUEST_MODE);
        assertThat(ap.guest.exit.get()).as("still to be handled").isEqualTo(GuestExit.HLT);
    }

    @Test
    void aKickBringsItBackWithoutAnExitToHandle() {
        afterHold(Vms.es());
        bench.run();
        ap.kick();
        assertThat(ap.mode.get()).isEqualTo(VcpuMode.EXITING_GUEST_MODE);
        assertThat(bench.goOn())
                .containsExactly("vcpu_enter_guest: #VMEXIT by kick, mode = OUTSIDE_GUEST_MODE");
        assertThat(ap.guest.running.isSet()).isFalse();
        assertThat(ap.guest.exit.get()).isEqualTo(GuestExit.NONE);
        assertThat(ap.mode.get()).isEqualTo(VcpuMode.OUTSIDE_GUEST_MODE);
    }

    @Test
    void aKickOfAVcpuThatIsNotInTheGuestDoesNothing() {
        afterHold(Vms.es());
        ap.kick();
        assertThat(ap.mode.get()).isEqualTo(VcpuMode.OUTSIDE_GUEST_MODE);
    }

    @Test
    void aRequestThatComesLateCancelsTheEntryAndTheHoldStaysForgotten() {
        afterHold(Vms.es());
        bench.run(TO_EXIT_TEST);
        ap.eventRequest.raise();
        bench.goOn();
        assertThat(bench.isDone()).isTrue();
        assertThat(ap.guest.running.isSet()).isFalse();
        assertThat(ap.guest.holdOpen.isSet()).as("the guest never ran").isTrue();
        assertThat(ap.mode.get()).isEqualTo(VcpuMode.OUTSIDE_GUEST_MODE);
        assertThat(ap.holdType.get()).as("W3").isEqualTo(HoldType.NONE);
        assertThat(ap.ghcbMapped.isSet()).isFalse();
    }

    @Test
    void soDoesAKickBetweenModeAndTest() {
        afterHold(Vms.es());
        bench.run(TO_EXIT_TEST);
        ap.kick();
        bench.goOn();
        assertThat(bench.isDone()).isTrue();
        assertThat(ap.guest.running.isSet()).isFalse();
    }

    @Test
    void soDoesAnNmi() {
        afterHold(Vms.es());
        bench.run(TO_EXIT_TEST);
        ap.nmiRequest.raise();
        bench.goOn();
        assertThat(bench.isDone()).isTrue();
        assertThat(ap.nmiRequest.isSet()).as("left for the next pass").isTrue();
    }

    @Test
    void beforeMay2021ACancelledEntryKeptTheHold() {
        afterHold(Vms.es("ghcb-unmap=at-vmrun"));
        bench.run(TO_EXIT_TEST);
        ap.eventRequest.raise();
        bench.goOn();
        assertThat(ap.holdType.get()).isEqualTo(HoldType.NAE);
        assertThat(ap.ghcbMapped.isSet()).isTrue();
        bench.run();
        assertThat(ap.guest.running.isSet()).isTrue();
        assertThat(ap.holdType.get()).isEqualTo(HoldType.NONE);
        assertThat(ap.ghcbMapped.isSet()).isFalse();
    }

    @Test
    void theFlagOfTheV5PatchOutlivesTheGhcb() {
        afterHold(Vms.es("sipi-hook=v5-flag"));
        bench.run();
        assertThat(ap.holdType.get()).isEqualTo(HoldType.NAE);
        assertThat(ap.ghcbMapped.isSet()).isFalse();
    }

    @Test
    void anInitThatIsTakenHereStopsTheEntryBeforeTheHoldIsForgotten() {
        afterHold(Vms.es());
        ap.pending.storeInit();
        ap.eventRequest.raise();
        bench.run();
        assertThat(bench.isDone()).isTrue();
        assertThat(ap.mpState.get()).isEqualTo(MpState.INIT_RECEIVED);
        assertThat(ap.holdType.get()).isEqualTo(HoldType.NAE);
        assertThat(ap.ghcbMapped.isSet()).isTrue();
        assertThat(ap.eventRequest.isSet()).as("the reset asks again").isTrue();
    }

    @Test
    void aPendingInitIsNotLookedAtBeforeItsRequestIsSet() {
        afterHold(Vms.es());
        ap.pending.storeInit();
        bench.run();
        assertThat(ap.guest.running.isSet()).isTrue();
        assertThat(ap.holdType.get()).as("W1").isEqualTo(HoldType.NONE);
        assertThat(ap.pending.hasInit()).isTrue();
    }

    @Test
    void aSipiThatAVcpuDoesNotWaitForIsDroppedOnTheWay() {
        afterHold(Vms.es());
        ap.pending.setSipi();
        ap.eventRequest.raise();
        bench.run();
        assertThat(ap.guest.running.isSet()).isTrue();
        assertThat(ap.pending.any()).isFalse();
        assertThat(ap.guest.exitInfo2.is(0)).isTrue();
    }

    @Test
    void anNmiIsTakenInAndTheGuestRuns() {
        afterHold(Vms.es());
        ap.nmiRequest.raise();
        ap.nmiQueued.raise();
        assertThat(bench.run()).contains("vcpu_enter_guest: process_nmi: take nmi_queued",
                "vcpu_enter_guest: process_nmi: KVM_REQ_EVENT");
        assertThat(ap.guest.running.isSet()).isTrue();
        assertThat(ap.nmiRequest.isSet()).isFalse();
        assertThat(ap.nmiQueued.isSet()).isFalse();
    }

    @Test
    void anNmiThatAResetHasForgottenLeavesOnlyItsRequest() {
        afterHold(Vms.es());
        ap.nmiRequest.raise();
        assertThat(bench.run()).doesNotContain("vcpu_enter_guest: process_nmi: KVM_REQ_EVENT");
        assertThat(ap.nmiRequest.isSet()).isFalse();
        assertThat(ap.guest.running.isSet()).isTrue();
    }

    @Test
    void anInterruptIsInjectedWhereTheGuestTakesIt() {
        for (boolean enabled : new boolean[] {false, true}) {
            afterHold(Vms.es());
            ap.interruptPending.raise();
            ap.eventRequest.raise();
            ap.guest.interruptsEnabled.become(enabled);
            bench.run();
            assertThat(ap.interruptPending.isSet()).isEqualTo(!enabled);
            assertThat(ap.guest.running.isSet()).isTrue();
        }
    }

    @Test
    void aCrashedHostEntersNoGuest() {
        afterHold(Vms.es("sipi-hook=unchecked-ghcb"));
        ap.ghcbMapped.clear();
        ap.pending.storeInit();
        ap.pending.setSipi();
        ap.eventRequest.raise();
        bench.run();
        assertThat(bench.isDone()).isTrue();
        assertThat(ap.nullDereference.isSet()).isTrue();
        assertThat(ap.guest.running.isSet()).isFalse();
    }
}

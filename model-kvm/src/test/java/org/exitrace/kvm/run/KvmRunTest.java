package org.exitrace.kvm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.ghcb.cpu.GhcbMsr;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.cpu.IpiMode;
import org.exitrace.ghcb.spec.ApJumpTable;
import org.exitrace.kvm.bench.Bench;
import org.exitrace.kvm.bench.Vms;
import org.exitrace.kvm.spec.ExitReason;
import org.exitrace.kvm.spec.HoldType;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.Vcpu;
import org.exitrace.kvm.vm.VmFeatures;
import org.junit.jupiter.api.Test;

/** KVM_RUN: what each exit of the guest does, and when user space hears of it. */
class KvmRunTest {

    private Bench bench;
    private Vcpu ap;

    private void inGuest(VmFeatures vm) {
        bench = Bench.ofAp((vcpus, table) -> new KvmRun(vm, vcpus, table).run());
        ap = bench.ap;
        bench.run();
        assertThat(ap.guest.running.isSet()).isTrue();
    }

    private List<String> exit(GuestExit reason) {
        ap.guest.leave(reason);
        return bench.goOn();
    }

    @Test
    void aHoldParksTheVcpuInTheKernel() {
        inGuest(Vms.es());
        exit(GuestExit.AP_RESET_HOLD);
        assertThat(bench.isDone()).isFalse();
        assertThat(ap.mpState.get()).isEqualTo(MpState.AP_RESET_HOLD);
        assertThat(ap.holdType.get()).isEqualTo(HoldType.NAE);
    }

    @Test
    void soDoesTheMsrFormWithoutAnyGhcb() {
        inGuest(Vms.es());
        exit(GuestExit.AP_RESET_HOLD_MSR);
        assertThat(ap.mpState.get()).isEqualTo(MpState.AP_RESET_HOLD);
        assertThat(ap.holdType.get()).isEqualTo(HoldType.MSR);
        assertThat(ap.ghcbMapped.isSet()).isFalse();
    }

    @Test
    void aSpuriousWakeEntersTheGuestWithResultZero() {
        inGuest(Vms.es());
        exit(GuestExit.AP_RESET_HOLD);
        ap.nmiRequest.raise();
        bench.goOn();
        assertThat(ap.guest.running.isSet()).isTrue();
        assertThat(ap.guest.exitInfo2.is(0)).isTrue();
        assertThat(ap.mpState.get()).isEqualTo(MpState.RUNNABLE);
        assertThat(ap.holdType.get()).isEqualTo(HoldType.NONE);
    }

    @Test
    void initAndSipiReleaseAHoldWithResultOne() {
        inGuest(Vms.es());
        ap.receivedFirstSipi.raise();
        ap.guest.holdOpen.raise();
        exit(GuestExit.AP_RESET_HOLD);
        ap.pending.storeInit();
        ap.pending.setSipi();
        bench.goOn();
        assertThat(ap.guest.running.isSet()).isTrue();
        assertThat(ap.guest.exitInfo2.is(1)).isTrue();
        assertThat(ap.guest.resultOwed.isSet()).isTrue();
    }

    @Test
    void inUserSpacesLapicTheHoldIsForTheVmm() {
        inGuest(Vms.userLapic());
        exit(GuestExit.AP_RESET_HOLD);
        assertThat(bench.isDone()).isTrue();
        assertThat(ap.exitReason.get()).isEqualTo(ExitReason.AP_RESET_HOLD);
        assertThat(ap.mpState.get()).isEqualTo(MpState.RUNNABLE);
        assertThat(ap.holdType.get()).isEqualTo(HoldType.NAE);
    }

    @Test
    void soAreAHaltAndALapicWrite() {
        inGuest(Vms.userLapic());
        exit(GuestExit.HLT);
        assertThat(ap.exitReason.get()).isEqualTo(ExitReason.HLT);
        bench.run();
        assertThat(ap.exitReason.get()).as("forgotten at entry").isEqualTo(ExitReason.NONE);
        ap.guest.leaveToSend(IpiMode.SIPI);
        bench.goOn();
        assertThat(ap.exitReason.get()).isEqualTo(ExitReason.ICR_WRITE);
        assertThat(ap.guest.ipi.get()).as("left for the VMM").isEqualTo(IpiMode.SIPI);
        assertThat(ap.guest.exit.get()).isEqualTo(GuestExit.NONE);
    }

    @Test
    void aHaltParksUntilAnEventComes() {
        inGuest(Vms.es());
        exit(GuestExit.HLT);
        assertThat(ap.mpState.get()).isEqualTo(MpState.HALTED);
        assertThat(ap.guest.exit.get()).isEqualTo(GuestExit.NONE);
        assertThat(ap.ghcbMapped.isSet()).as("HLT needs no GHCB").isFalse();
        ap.nmiRequest.raise();
        bench.goOn();
        assertThat(ap.guest.running.isSet()).isTrue();
    }

    @Test
    void aHaltParksAlthoughAnEventIsPendingOnlyBeforeAugust2024() {
        assertThat(parksInHltWithInit("hold-with-events=parks")).isTrue();
        assertThat(parksInHltWithInit("hold-with-events=stays-runnable")).isFalse();
        assertThat(parksInHltWithInit("hold-with-events=parks-for-init"))
                .as("the proposal changes the hold alone").isFalse();
    }

    private boolean parksInHltWithInit(String design) {
        inGuest(Vms.es(design));
        ap.pending.storeInit();
        ap.guest.leave(GuestExit.HLT);
        bench.goOn(2);
        return ap.mpState.is(MpState.HALTED);
    }

    @Test
    void aLapicWriteIsDeliveredAndTheGuestResumed() {
        inGuest(Vms.es());
        ap.guest.ipiTarget.become(2);
        ap.guest.leaveToSend(IpiMode.INIT);
        bench.goOn();
        assertThat(bench.other.pending.hasInit()).isTrue();
        assertThat(bench.bsp.pending.any()).isFalse();
        assertThat(ap.guest.running.isSet()).isTrue();
        assertThat(ap.guest.exit.get()).isEqualTo(GuestExit.NONE);
    }

    @Test
    void anExitByGhcbKeepsThePageMappedUntilTheNextEntry() {
        inGuest(Vms.es());
        ap.guest.leaveToSend(IpiMode.INIT);
        bench.goOn(2);
        assertThat(ap.ghcbMapped.isSet()).isTrue();
        bench.goOn();
        assertThat(ap.guest.running.isSet()).isTrue();
        assertThat(ap.ghcbMapped.isSet()).isFalse();
    }

    @Test
    void theJumpTablesAddressIsKeptAndGiven() {
        inGuest(Vms.es());
        ap.guest.exitInfo1.become(ApJumpTable.GET);
        exit(GuestExit.AP_JUMP_TABLE);
        assertThat(ap.guest.exitInfo2.get()).isZero();
        ap.guest.exitInfo2.become(2);
        exit(GuestExit.AP_JUMP_TABLE);
        assertThat(ap.guest.exitInfo2.get()).isZero();
        ap.guest.exitInfo1.become(ApJumpTable.GET);
        exit(GuestExit.AP_JUMP_TABLE);
        assertThat(ap.guest.exitInfo2.get()).isEqualTo(2);
        assertThat(ap.guest.running.isSet()).isTrue();
    }

    @Test
    void aPlainGuestHasNoGhcb() {
        inGuest(Vms.plain());
        ap.guest.leaveToSend(IpiMode.INIT);
        bench.goOn(2);
        assertThat(ap.ghcbMapped.isSet()).isFalse();
    }

    @Test
    void aHoldThatTheHostDoesNotKnowKillsTheVm() {
        inGuest(Vms.es("sipi-hook=register-writes"));
        exit(GuestExit.AP_RESET_HOLD);
        assertThat(bench.isDone()).isTrue();
        assertThat(ap.exitReason.get()).isEqualTo(ExitReason.EINVAL);
        assertThat(ap.killed.isSet()).isTrue();
    }

    @Test
    void anUnknownMsrRequestResumesTheGuestWithItsOwnRequest() {
        inGuest(Vms.es("sipi-hook=ghcb-check"));
        ap.guest.ghcbMsr.become(GhcbMsr.HOLD_REQUEST);
        exit(GuestExit.AP_RESET_HOLD_MSR);
        assertThat(ap.guest.running.isSet()).isTrue();
        assertThat(ap.guest.ghcbMsr.get()).isEqualTo(GhcbMsr.HOLD_REQUEST);
    }

    @Test
    void anUninitializedVcpuGoesBackToUserSpaceOnceItHasItsInit() {
        bench = Bench.ofAp((vcpus, table) -> new KvmRun(Vms.es(), vcpus, table).run());
        ap = bench.ap;
        ap.mpState.become(MpState.UNINITIALIZED);
        assertThat(bench.run()).isEmpty();
        ap.pending.storeInit();
        bench.goOn();
        assertThat(bench.isDone()).isTrue();
        assertThat(ap.exitReason.get()).isEqualTo(ExitReason.EAGAIN);
        assertThat(ap.mpState.get()).isEqualTo(MpState.INIT_RECEIVED);
    }

    @Test
    void aPlainSipiStartsTheGuestAtItsVector() {
        bench = Bench.ofAp(vcpus -> new KvmRun(Vms.plain(), vcpus, null).acceptEvents());
        bench.ap.mpState.become(MpState.INIT_RECEIVED);
        bench.ap.guest.wakeOwed.raise();
        bench.ap.pending.setSipi();
        bench.run();
        assertThat(bench.isAtVector()).isTrue();
        assertThat(bench.ap.mpState.get()).isEqualTo(MpState.RUNNABLE);
        assertThat(bench.ap.guest.wakeOwed.isSet()).isFalse();
    }
}

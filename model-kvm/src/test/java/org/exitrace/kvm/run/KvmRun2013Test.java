package org.exitrace.kvm.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.cpu.IpiMode;
import org.exitrace.kvm.bench.Bench;
import org.exitrace.kvm.bench.Vms;
import org.exitrace.kvm.spec.ExitReason;
import org.exitrace.kvm.spec.MpState;
import org.junit.jupiter.api.Test;

/** KVM_RUN of before March 2013, alone on its vCPU. */
class KvmRun2013Test {

    private static Bench bench() {
        return Bench.ofAp(vcpus -> new KvmRun2013(
                Vms.plain("init-sipi-events=remote-mp-state"), vcpus).run());
    }

    @Test
    void aSipiIsLookedForOnceAtTheBeginning() {
        Bench bench = bench();
        bench.ap.mpState.become(MpState.SIPI_RECEIVED);
        bench.ap.guest.wakeOwed.raise();
        bench.run();
        assertThat(bench.isAtVector()).isTrue();
        assertThat(bench.ap.mpState.get()).isEqualTo(MpState.RUNNABLE);
        assertThat(bench.ap.guest.wakeOwed.isSet()).isFalse();
        assertThat(bench.ap.guest.running.isSet()).isTrue();
    }

    @Test
    void aSipiThatFindsTheVcpuBlockedSendsItBackToUserSpaceFirst() {
        Bench bench = bench();
        bench.ap.mpState.become(MpState.INIT_RECEIVED);
        bench.run();
        assertThat(bench.isDone()).isFalse();
        bench.ap.mpState.become(MpState.SIPI_RECEIVED);
        bench.goOn();
        assertThat(bench.isDone()).isTrue();
        assertThat(bench.ap.exitReason.get()).isEqualTo(ExitReason.EINTR);
        assertThat(bench.isAtVector()).isFalse();
    }

    @Test
    void anUninitializedVcpuIsToldToTryAgainOnceItsSipiWasStored() {
        Bench bench = bench();
        bench.ap.mpState.become(MpState.UNINITIALIZED);
        bench.run();
        bench.ap.mpState.become(MpState.INIT_RECEIVED);
        bench.goOn();
        assertThat(bench.isDone()).as("INIT alone does not wake it").isFalse();
        bench.ap.mpState.become(MpState.SIPI_RECEIVED);
        bench.goOn();
        assertThat(bench.isDone()).isTrue();
        assertThat(bench.ap.exitReason.get()).isEqualTo(ExitReason.EAGAIN);
        assertThat(bench.isAtVector()).isFalse();
    }

    @Test
    void aHaltIsAPlainStoreToTheState() {
        Bench bench = bench();
        bench.run();
        bench.ap.guest.leave(GuestExit.HLT);
        bench.goOn(1);
        bench.ap.mpState.become(MpState.INIT_RECEIVED);
        bench.goOn();
        assertThat(bench.ap.mpState.get()).as("B-40: the INIT is lost").isEqualTo(MpState.HALTED);
        assertThat(bench.isDone()).isFalse();
        assertThat(bench.ap.guest.exit.get()).isEqualTo(GuestExit.NONE);
    }

    @Test
    void anNmiWakesAHaltedVcpu() {
        Bench bench = bench();
        bench.ap.mpState.become(MpState.HALTED);
        assertThat(bench.run()).hasSize(3);
        bench.ap.nmiRequest.raise();
        bench.goOn();
        assertThat(bench.ap.guest.running.isSet()).isTrue();
        assertThat(bench.ap.mpState.get()).isEqualTo(MpState.RUNNABLE);
        assertThat(bench.ap.nmiRequest.isSet()).isFalse();
    }

    @Test
    void anInitBetweenTheWakesTestAndItsStoreIsLostToo() {
        Bench bench = bench();
        bench.ap.mpState.become(MpState.HALTED);
        bench.run();
        bench.ap.nmiRequest.raise();
        bench.goOn(2);
        bench.ap.mpState.become(MpState.INIT_RECEIVED);
        bench.goOn();
        assertThat(bench.ap.mpState.get()).as("O2").isEqualTo(MpState.RUNNABLE);
    }

    @Test
    void anIpiIsSentAndTheGuestResumed() {
        Bench bench = bench();
        bench.run();
        bench.ap.guest.leaveToSend(IpiMode.INIT);
        bench.goOn();
        assertThat(bench.bsp.mpState.get()).isEqualTo(MpState.INIT_RECEIVED);
        assertThat(bench.ap.guest.running.isSet()).isTrue();
    }

    @Test
    void aKickIsNoExitToHandle() {
        Bench bench = bench();
        bench.run();
        bench.ap.kick();
        bench.goOn();
        assertThat(bench.ap.guest.running.isSet()).isTrue();
        assertThat(bench.ap.exitReason.get()).isEqualTo(ExitReason.NONE);
    }
}

package org.exitrace.kvm.lapic;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.kvm.bench.Bench;
import org.exitrace.kvm.bench.Vms;
import org.exitrace.kvm.run.KvmRun;
import org.exitrace.kvm.spec.HoldType;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vm.VmFeatures;
import org.junit.jupiter.api.Test;

/** The order in which the kernel takes INIT and SIPI, and what lies between. */
class EventAcceptanceTest {

    private static Bench ap() {
        return Bench.ofAp(vcpus -> new KvmRun(Vms.es(), vcpus, null).acceptEvents());
    }

    @Test
    void eachAccessToThePendingWordIsAStep() {
        Bench bench = ap();
        bench.ap.pending.storeInit();
        assertThat(bench.run()).containsExactly(
                "kvm_apic_accept_events: pending_events == 0?",
                "kvm_apic_accept_events: INIT/SIPI blocked?",
                "kvm_apic_accept_events: test-and-clear INIT",
                "kvm_apic_accept_events: kvm_lapic_reset: IRR = 0",
                "kvm_apic_accept_events: kvm_vcpu_reset: nmi_queued = 0",
                "kvm_apic_accept_events: test-and-clear SIPI");
    }

    @Test
    void nothingPendingIsOneLook() {
        assertThat(ap().run()).containsExactly("kvm_apic_accept_events: pending_events == 0?");
    }

    @Test
    void aSipiThatComesWhileInitIsTakenIsTakenInTheSameCall() {
        Bench bench = ap();
        bench.ap.pending.storeInit();
        bench.run(4);
        assertThat(bench.ap.mpState.get()).isEqualTo(MpState.INIT_RECEIVED);
        bench.ap.pending.setSipi();
        bench.goOn();
        assertThat(bench.ap.mpState.get()).isEqualTo(MpState.RUNNABLE);
        assertThat(bench.ap.receivedFirstSipi.isSet()).isTrue();
    }

    @Test
    void anInitThatComesThenWaitsForTheNextCall() {
        Bench bench = ap();
        bench.ap.pending.storeInit();
        bench.run(4);
        bench.ap.pending.storeInit();
        bench.goOn();
        assertThat(bench.ap.mpState.get()).isEqualTo(MpState.INIT_RECEIVED);
        assertThat(bench.ap.pending.hasInit()).isTrue();
    }

    @Test
    void theResetForgetsPendingInterrupts() {
        Bench bench = ap();
        bench.ap.pending.storeInit();
        bench.ap.interruptPending.raise();
        bench.run();
        assertThat(bench.ap.interruptPending.isSet()).isFalse();
    }

    @Test
    void theResetForgetsQueuedNmisAndKeepsTheirRequest() {
        Bench bench = ap();
        bench.ap.pending.storeInit();
        bench.ap.nmiQueued.raise();
        bench.ap.nmiRequest.raise();
        bench.run();
        assertThat(bench.ap.nmiQueued.isSet()).isFalse();
        assertThat(bench.ap.nmiRequest.isSet()).as("W16").isTrue();
    }

    @Test
    void theResetAsksForEventSoThatTheNextEntryLooksAgain() {
        Bench bench = ap();
        bench.ap.pending.setSipi();
        bench.run();
        assertThat(bench.ap.eventRequest.isSet()).as("a SIPI alone resets nothing").isFalse();
        bench.ap.pending.storeInit();
        bench.run();
        assertThat(bench.ap.eventRequest.isSet()).isTrue();
    }

    @Test
    void aBootstrapProcessorIsRunnableRightAfterItsInit() {
        Bench bench = Bench.ofBsp(vcpus -> new KvmRun(Vms.es(), vcpus, null).acceptEvents());
        bench.bsp.mpState.become(MpState.HALTED);
        bench.bsp.pending.storeInit();
        bench.bsp.pending.setSipi();
        bench.bsp.guest.wakeOwed.raise();
        bench.run();
        assertThat(bench.bsp.mpState.get()).isEqualTo(MpState.RUNNABLE);
        assertThat(bench.bsp.receivedFirstSipi.isSet()).as("its SIPI is dropped").isFalse();
        assertThat(bench.bsp.guest.wakeOwed.isSet()).as("nothing is owed to it").isFalse();
        assertThat(bench.bsp.pending.any()).isFalse();
    }

    @Test
    void initAndSipiInAnOpenHoldOweItARelease() {
        Bench bench = ap();
        bench.ap.receivedFirstSipi.raise();
        bench.ap.guest.holdOpen.raise();
        bench.ap.holdType.become(HoldType.MSR);
        bench.ap.pending.storeInit();
        bench.ap.pending.setSipi();
        bench.run();
        assertThat(bench.ap.guest.resultOwed.isSet()).isTrue();
        assertThat(bench.ap.guest.releaseWritten.isSet()).isTrue();
    }

    @Test
    void theFirstSipiPaysForTheWake() {
        Bench bench = ap();
        bench.ap.mpState.become(MpState.INIT_RECEIVED);
        bench.ap.guest.wakeOwed.raise();
        bench.ap.pending.setSipi();
        bench.run();
        assertThat(bench.ap.guest.wakeOwed.isSet()).isFalse();
        assertThat(bench.ap.guest.releaseWritten.isSet()).isFalse();
    }

    @Test
    void aKeptSipiStandsForALaterRelease() {
        Bench bench = Bench.ofAp(vcpus -> new KvmRun(
                Vms.es("sipi-hook=latched"), vcpus, null).acceptEvents());
        bench.ap.receivedFirstSipi.raise();
        bench.ap.mpState.become(MpState.INIT_RECEIVED);
        bench.ap.pending.setSipi();
        bench.run();
        assertThat(bench.ap.guest.releaseKept.isSet()).isTrue();
        assertThat(bench.ap.guest.releaseWritten.isSet()).isFalse();
    }

    @Test
    void whereNobodyBlocksInitOrSendsNmisTheStepsForThemAreLeftOut() {
        VmFeatures quiet = new VmFeatures(Vms.design(), true, false, false, false, false);
        Bench bench = Bench.ofAp(vcpus -> new KvmRun(quiet, vcpus, null).acceptEvents());
        bench.ap.pending.storeInit();
        assertThat(bench.run()).containsExactly(
                "kvm_apic_accept_events: pending_events == 0?",
                "kvm_apic_accept_events: test-and-clear INIT",
                "kvm_apic_accept_events: test-and-clear SIPI");
    }
}

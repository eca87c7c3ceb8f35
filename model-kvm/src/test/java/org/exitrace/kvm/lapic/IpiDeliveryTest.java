package org.exitrace.kvm.lapic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.ghcb.cpu.IpiMode;
import org.exitrace.kvm.bench.Bench;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.spec.VcpuMode;
import org.junit.jupiter.api.Test;

/** What the sender of an INIT or a SIPI does to its targets. */
class IpiDeliveryTest {

    private static Bench sender(IpiMode mode, boolean remoteMpState) {
        Bench bench = Bench.ofBsp(vcpus -> new IpiDelivery(vcpus, remoteMpState).send());
        bench.bsp.guest.leaveToSend(mode);
        return bench;
    }

    @Test
    void anInitIsAStoreARequestAndAKick() {
        Bench bench = sender(IpiMode.INIT, false);
        bench.bsp.guest.ipiTarget.become(1);
        bench.ap.mode.become(VcpuMode.IN_GUEST_MODE);
        long[] before = bench.snapshot();
        assertThat(bench.run()).containsExactly(
                "__apic_accept_irq(INIT): pending_events = INIT",
                "__apic_accept_irq(INIT): kvm_make_request(KVM_REQ_EVENT)",
                "__apic_accept_irq(INIT): kvm_vcpu_kick");
        assertThat(bench.isDone()).isTrue();
        assertThat(bench.changes(before)).contains(
                "vcpu[1].pending_events: {} -> {INIT}", "vcpu[1].KVM_REQ_EVENT: 0 -> 1",
                "vcpu[1].mode: IN_GUEST_MODE -> EXITING_GUEST_MODE");
    }

    @Test
    void noStateOfTheTargetIsLookedAt() {
        for (MpState state : MpState.values()) {
            Bench bench = sender(IpiMode.SIPI, false);
            bench.bsp.guest.ipiTarget.become(2);
            bench.other.mpState.become(state);
            bench.run();
            assertThat(bench.other.pending.hasSipi()).isTrue();
            assertThat(bench.other.mpState.get()).isEqualTo(state);
        }
    }

    @Test
    void anInitErasesASipiThatIsPending() {
        Bench bench = sender(IpiMode.INIT, false);
        bench.ap.pending.setSipi();
        bench.run();
        assertThat(bench.ap.pending.hasSipi()).as("W9").isFalse();
        assertThat(bench.ap.pending.hasInit()).isTrue();
    }

    @Test
    void aSipiLeavesAPendingInitAlone() {
        Bench bench = sender(IpiMode.SIPI, false);
        bench.ap.pending.storeInit();
        bench.run();
        assertThat(List.of(bench.ap.pending.hasInit(), bench.ap.pending.hasSipi()))
                .containsExactly(true, true);
    }

    @Test
    void aBroadcastReachesAllButTheSenderAndIsThenForgotten() {
        Bench bench = sender(IpiMode.SIPI, false);
        bench.run();
        assertThat(List.of(bench.bsp.pending.any(), bench.ap.pending.any(),
                bench.other.pending.any())).containsExactly(false, true, true);
        assertThat(bench.bsp.guest.ipi.get()).isEqualTo(IpiMode.INIT);
        assertThat(bench.bsp.target.get()).isZero();
    }

    @Test
    void anInitOwesItsTargetAWake() {
        Bench bench = sender(IpiMode.INIT, false);
        bench.run();
        assertThat(bench.ap.guest.wakeOwed.isSet()).isTrue();
        assertThat(bench.bsp.guest.wakeOwed.isSet()).isFalse();
    }

    @Test
    void before2013TheSenderWroteTheTargetsState() {
        Bench bench = sender(IpiMode.INIT, true);
        bench.ap.mpState.become(MpState.HALTED);
        bench.run();
        assertThat(bench.ap.mpState.get()).isEqualTo(MpState.INIT_RECEIVED);
        assertThat(bench.ap.pending.any()).isFalse();
        assertThat(bench.ap.guest.wakeOwed.isSet()).isTrue();
        assertThat(bench.ap.eventRequest.isSet()).isTrue();
    }

    @Test
    void andSentASipiOnlyToWhomItSawWaiting() {
        Bench bench = sender(IpiMode.SIPI, true);
        bench.ap.mpState.become(MpState.INIT_RECEIVED);
        bench.other.mpState.become(MpState.HALTED);
        bench.run();
        assertThat(bench.ap.mpState.get()).isEqualTo(MpState.SIPI_RECEIVED);
        assertThat(bench.ap.eventRequest.isSet()).isTrue();
        assertThat(bench.other.mpState.get()).as("B-40").isEqualTo(MpState.HALTED);
        assertThat(bench.other.eventRequest.isSet()).isFalse();
    }
}

package org.exitrace.kvm.vcpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.kvm.bench.Bench;
import org.exitrace.kvm.spec.VcpuMode;
import org.junit.jupiter.api.Test;

/** How one thread makes another vCPU look, and what that vCPU takes for an event. */
class KickTest {

    @Test
    void anNmiIsQueuedRequestedAndKicked() {
        Bench bench = Bench.ofBsp(vcpus -> Kick.nmi(vcpu -> vcpus.get(1)));
        bench.ap.mode.become(VcpuMode.IN_GUEST_MODE);
        long[] before = bench.snapshot();
        assertThat(bench.run()).containsExactly("kvm_inject_nmi: nmi_queued++",
                "kvm_inject_nmi: kvm_make_request(KVM_REQ_NMI)", "kvm_inject_nmi: kvm_vcpu_kick");
        assertThat(bench.changes(before)).containsExactlyInAnyOrder(
                "vcpu[1].nmi_queued: 0 -> 1", "vcpu[1].KVM_REQ_NMI: 0 -> 1",
                "vcpu[1].mode: IN_GUEST_MODE -> EXITING_GUEST_MODE");
    }

    @Test
    void anInterruptIsABitARequestAndAKick() {
        Bench bench = Bench.ofBsp(vcpus -> Kick.interrupt(vcpu -> vcpus.get(2)));
        bench.other.mode.become(VcpuMode.IN_GUEST_MODE);
        long[] before = bench.snapshot();
        assertThat(bench.run()).hasSize(3);
        assertThat(bench.changes(before)).containsExactlyInAnyOrder(
                "vcpu[2].irr: 0 -> 1", "vcpu[2].KVM_REQ_EVENT: 0 -> 1",
                "vcpu[2].mode: IN_GUEST_MODE -> EXITING_GUEST_MODE");
    }

    @Test
    void anInterruptIsAnEventForWhomItMayInterrupt() {
        Vcpu ap = Bench.ofBsp(vcpus -> Kick.nmi(vcpu -> vcpu)).ap;
        ap.interruptPending.raise();
        assertThat(ap.hasEvents()).as("IF = 0").isFalse();
        ap.guest.interruptsEnabled.raise();
        assertThat(ap.hasEvents()).isTrue();
        ap.interruptPending.clear();
        assertThat(ap.hasEvents()).isFalse();
    }

    @Test
    void blockedInitAndSipiAreNoEventAndAnNmiIsOne() {
        Vcpu ap = Bench.ofBsp(vcpus -> Kick.nmi(vcpu -> vcpu)).ap;
        assertThat(ap.hasEvents()).isFalse();
        ap.pending.setSipi();
        assertThat(ap.hasEvents()).isTrue();
        ap.initBlocked.raise();
        assertThat(ap.hasEvents()).isFalse();
        ap.nmiRequest.raise();
        assertThat(ap.hasEvents()).isTrue();
        ap.pending.clear();
        ap.initBlocked.clear();
        assertThat(ap.hasEvents()).isTrue();
    }

    @Test
    void aRequestToLookIsNoEvent() {
        Vcpu ap = Bench.ofBsp(vcpus -> Kick.nmi(vcpu -> vcpu)).ap;
        ap.eventRequest.raise();
        assertThat(ap.hasEvents()).isFalse();
        assertThat(ap.hasRequests()).isTrue();
        ap.eventRequest.clear();
        assertThat(ap.hasRequests()).isFalse();
        ap.nmiRequest.raise();
        assertThat(ap.hasRequests()).isTrue();
    }

    @Test
    void theFirstOfTheVcpusIsTheBootstrapProcessor() {
        Bench bench = Bench.ofBsp(vcpus -> Kick.nmi(vcpu -> vcpu));
        assertThat(List.of(bench.bsp.isBsp(), bench.ap.isBsp(), bench.other.isBsp()))
                .containsExactly(true, false, false);
        assertThat(bench.other.number()).isEqualTo(2);
    }
}

package org.exitrace.kvm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.kvm.bench.Bench;
import org.exitrace.kvm.bench.Vms;
import org.exitrace.kvm.spec.HoldType;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vm.VmFeatures;
import org.junit.jupiter.api.Test;

/** KVM_GET_MP_STATE and KVM_SET_MP_STATE on a vCPU in its hold. */
class MpStateIoctlsTest {

    private static MpStateIoctls of(VmFeatures vm) {
        return new MpStateIoctls(vm, new KvmRun(vm, List.of(), null).acceptEvents());
    }

    private static Bench held(VmFeatures vm, MpState set) {
        MpStateIoctls ioctls = of(vm);
        Bench bench = Bench.ofAp(set == null ? ioctls.get() : ioctls.set(set));
        bench.ap.mpState.become(MpState.AP_RESET_HOLD);
        bench.ap.receivedFirstSipi.raise();
        bench.ap.holdType.become(HoldType.NAE);
        bench.ap.ghcbMapped.raise();
        return bench;
    }

    @Test
    void askingSwallowsALateSipiWithoutWakingAnybody() {
        Bench bench = held(Vms.es(), null);
        bench.ap.pending.setSipi();
        bench.run();
        assertThat(bench.ap.pending.any()).as("W10").isFalse();
        assertThat(bench.ap.mpState.get()).isEqualTo(MpState.AP_RESET_HOLD);
    }

    @Test
    void askingPerformsAWholeWake() {
        Bench bench = held(Vms.es(), null);
        bench.ap.pending.storeInit();
        bench.ap.pending.setSipi();
        bench.run();
        assertThat(bench.ap.mpState.get()).isEqualTo(MpState.RUNNABLE);
        assertThat(bench.ap.guest.exitInfo2.is(1)).isTrue();
    }

    @Test
    void settingTouchesNeitherTheHoldNorTheGhcb() {
        Bench bench = held(Vms.es(), MpState.RUNNABLE);
        long[] before = bench.snapshot();
        bench.run();
        assertThat(bench.changes(before)).containsExactly(
                "vcpu[1].mp_state: AP_RESET_HOLD -> RUNNABLE", "vcpu[1].KVM_REQ_EVENT: 0 -> 1");
    }

    @Test
    void sipiReceivedStandsForAPendingSipi() {
        Bench bench = held(Vms.es(), MpState.SIPI_RECEIVED);
        bench.run();
        assertThat(bench.ap.mpState.get()).isEqualTo(MpState.INIT_RECEIVED);
        assertThat(bench.ap.pending.hasSipi()).isTrue();
        assertThat(bench.ap.pending.hasInit()).isFalse();
        assertThat(bench.ap.eventRequest.isSet()).isTrue();
    }

    @Test
    void withoutALapicInTheKernelOnlyRunnableIsTaken() {
        for (MpState state : MpState.values()) {
            assertThat(of(Vms.es()).accepts(state)).isTrue();
            assertThat(of(Vms.userLapic()).accepts(state)).isEqualTo(state == MpState.RUNNABLE);
        }
    }
}

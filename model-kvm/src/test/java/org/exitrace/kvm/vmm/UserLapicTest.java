package org.exitrace.kvm.vmm;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.cpu.IpiMode;
import org.exitrace.kvm.bench.Bench;
import org.exitrace.kvm.design.VmmAtSipi;
import org.exitrace.kvm.spec.ExitReason;
import org.exitrace.kvm.vcpu.Vcpu;
import org.junit.jupiter.api.Test;

/** The VMM's threads, with a KVM_RUN that stands still until the test lets it return. */
class UserLapicTest {

    private static final Routine<Vcpu> KVM_RUN = Routine.named("KVM_RUN", "", code -> code
            .local(vcpu -> vcpu.exitReason.clear())
            .await("in the kernel", vcpu -> !vcpu.exitReason.is(ExitReason.NONE)));

    private static Bench ap(VmmAtSipi atSipi) {
        return Bench.ofAp(vcpus -> new UserLapic(vcpus, atSipi).apThread(KVM_RUN));
    }

    private static void sendInitAndSipi(Vcpu ap) {
        ap.userPending.storeInit();
        ap.userPending.setSipi();
    }

    private static boolean isInKernel(Bench bench) {
        return !bench.isDone() && bench.ap.exitReason.is(ExitReason.NONE)
                && bench.ap.receivedFirstSipi.isSet();
    }

    @Test
    void anApIsRunWhenInitAndThenSipiHaveCome() {
        Bench bench = ap(VmmAtSipi.KEEPS);
        bench.ap.guest.wakeOwed.raise();
        assertThat(bench.run()).isEmpty();
        bench.ap.userPending.storeInit();
        assertThat(bench.goOn()).containsExactly("VMM LAPIC: INIT");
        assertThat(isInKernel(bench)).isFalse();
        bench.ap.userPending.setSipi();
        assertThat(bench.goOn()).containsExactly("VMM LAPIC: SIPI");
        assertThat(isInKernel(bench)).isTrue();
        assertThat(bench.ap.userPending.any()).isFalse();
        assertThat(bench.ap.guest.wakeOwed.isSet()).isFalse();
    }

    @Test
    void aStartedApIsRunAtOnce() {
        Bench bench = ap(VmmAtSipi.KEEPS);
        bench.ap.receivedFirstSipi.raise();
        bench.run();
        assertThat(isInKernel(bench)).isTrue();
    }

    @Test
    void aHoldIsAnsweredInTheGuestsOwnPageWhenASipiHasCome() {
        Bench bench = ap(VmmAtSipi.KEEPS);
        bench.ap.receivedFirstSipi.raise();
        bench.run();
        bench.ap.guest.holdOpen.raise();
        bench.ap.exitReason.become(ExitReason.AP_RESET_HOLD);
        bench.goOn();
        assertThat(bench.ap.guest.exitInfo2.get()).isZero();
        sendInitAndSipi(bench.ap);
        bench.goOn();
        assertThat(bench.ap.guest.exitInfo2.get()).isEqualTo(1);
        assertThat(bench.ap.guest.releaseWritten.isSet()).isTrue();
        assertThat(bench.ap.guest.resultOwed.isSet()).isTrue();
        assertThat(isInKernel(bench)).isTrue();
    }

    @Test
    void anApThatBeginsInAHoldIsAnsweredToo() {
        for (VmmAtSipi design : VmmAtSipi.values()) {
            Bench bench = ap(design);
            bench.ap.receivedFirstSipi.raise();
            bench.ap.exitReason.become(ExitReason.AP_RESET_HOLD);
            sendInitAndSipi(bench.ap);
            bench.run();
            assertThat(bench.ap.guest.exitInfo2.get()).isEqualTo(1);
            assertThat(isInKernel(bench)).isTrue();
        }
    }

    @Test
    void anEarlySipiIsKeptOrForgotten() {
        for (VmmAtSipi design : VmmAtSipi.values()) {
            Bench bench = ap(design);
            bench.ap.receivedFirstSipi.raise();
            bench.run();
            sendInitAndSipi(bench.ap);
            bench.ap.exitReason.become(ExitReason.AP_RESET_HOLD);
            bench.goOn();
            assertThat(bench.ap.guest.exitInfo2.is(1)).as(design.label())
                    .isEqualTo(design == VmmAtSipi.KEEPS);
            assertThat(bench.ap.userPending.any()).isFalse();
        }
    }

    @Test
    void anExitThatItDoesNotKnowEndsTheThread() {
        Bench bench = ap(VmmAtSipi.KEEPS);
        bench.ap.receivedFirstSipi.raise();
        bench.run();
        bench.ap.exitReason.become(ExitReason.HLT);
        bench.goOn();
        assertThat(bench.isDone()).isTrue();
    }

    private static Bench bsp() {
        Bench bench = Bench.ofBsp(
                vcpus -> new UserLapic(vcpus, VmmAtSipi.KEEPS).bspThread(KVM_RUN));
        bench.run();
        return bench;
    }

    private static void send(Bench bench, IpiMode mode) {
        bench.bsp.guest.ipi.become(mode);
        bench.bsp.exitReason.become(ExitReason.ICR_WRITE);
        bench.goOn();
    }

    @Test
    void theBspsLapicWritesReachAllOthers() {
        Bench bench = bsp();
        send(bench, IpiMode.INIT);
        assertThat(bench.ap.userPending.hasInit()).isTrue();
        assertThat(bench.other.userPending.hasInit()).isTrue();
        assertThat(bench.bsp.userPending.any()).isFalse();
        assertThat(bench.ap.guest.wakeOwed.isSet()).isTrue();
        assertThat(bench.ap.pending.any()).as("the kernel's LAPIC is not used").isFalse();
        send(bench, IpiMode.SIPI);
        assertThat(bench.ap.userPending.hasSipi()).isTrue();
        assertThat(bench.bsp.guest.ipi.get()).isEqualTo(IpiMode.INIT);
        assertThat(bench.isDone()).isFalse();
    }

    @Test
    void aSipiWithoutInitIsDropped() {
        Bench bench = bsp();
        send(bench, IpiMode.SIPI);
        assertThat(bench.ap.userPending.any()).isFalse();
    }

    @Test
    void theBspsThreadEndsAtAnyOtherExit() {
        Bench bench = bsp();
        bench.bsp.exitReason.become(ExitReason.HLT);
        bench.goOn();
        assertThat(bench.isDone()).isTrue();
    }

    @Test
    void withTheLapicInTheKernelTheLoopEndsAtWhatCannotBeMended() {
        for (ExitReason reason : ExitReason.values()) {
            Bench bench = Bench.ofAp(VcpuThread.withKernelLapic(KVM_RUN));
            bench.run();
            bench.ap.exitReason.become(reason);
            bench.goOn();
            assertThat(bench.isDone()).as(reason.name()).isEqualTo(
                    reason == ExitReason.EINVAL || reason == ExitReason.HOST_CRASH);
        }
    }
}

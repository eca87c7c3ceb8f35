package org.exitrace.kvm.run;

import java.util.List;
import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.kvm.lapic.IpiDelivery;
import org.exitrace.kvm.spec.ExitReason;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.Vcpu;
import org.exitrace.kvm.vm.VmFeatures;

/**
 * KVM_RUN before 66450a21f996: {@code mp_state} is written by the senders of INIT and SIPI and by
 * the vCPU's own thread, in plain stores without a lock; so each access is a step.
 *
 * <p>Source: kvm_arch_vcpu_ioctl_run, __vcpu_run and lapic.c of Linux 3.8, as docs/ap-boot.md B-40
 * tells it.
 */
public final class KvmRun2013 {

    private static final String SOURCE = "x86.c __vcpu_run before 66450a21f996";

    private final boolean wakes;
    private final Routine<Vcpu> enter;
    private final Routine<Vcpu> sendIpi;

    /** The ioctl of a VM that has {@code vcpus}; it knows no SEV-ES. */
    public KvmRun2013(VmFeatures vm, List<Vcpu> vcpus) {
        Routine<Vcpu> noPendingEvents = Routine.named("no pending_events", SOURCE, code -> { });
        this.wakes = vm.nmis() || vm.interrupts();
        this.enter = new GuestEntry(vm, noPendingEvents, Optional.empty()).enter();
        this.sendIpi = new IpiDelivery(vcpus, true).send();
    }

    /**
     * The ioctl. An uninitialized vCPU goes back to user space with -EAGAIN once it is woken; a
     * state that the loop does not know, with -EINTR.
     */
    public Routine<Vcpu> run() {
        return Routine.named("KVM_RUN", SOURCE, code -> code
                .local(vcpu -> vcpu.exitReason.clear())
                .test("mp_state == UNINITIALIZED?",
                        vcpu -> vcpu.mpState.is(MpState.UNINITIALIZED), first -> first
                                .await("kvm_arch_vcpu_runnable", KvmRun2013::hasReason)
                                .costs("kvm.wake").mayRest()
                                .done(vcpu -> vcpu.exitReason.become(ExitReason.EAGAIN)))
                .costs("kvm.access")
                .test("mp_state == SIPI_RECEIVED?",
                        vcpu -> vcpu.mpState.is(MpState.SIPI_RECEIVED),
                        sipi -> sipi.step("reset, CS:IP from vector, mp_state = RUNNABLE",
                                KvmRun2013::start).costs("kvm.access")).costs("kvm.access")
                .forever(loop -> loop.test("mp_state == RUNNABLE?", Vcpu::isRunnable,
                        running -> running.call(enter).call(handleExit()),
                        this::block).costs("kvm.access")));
    }

    /** The reset asks for EVENT too, which joins: others only set the bit. */
    private static void start(Vcpu vcpu) {
        vcpu.eventRequest.raise();
        vcpu.guest.startAtVector();
        vcpu.guest.wakeOwed.clear();
        vcpu.mpState.become(MpState.RUNNABLE);
    }

    /** What wakes it makes a halted vCPU RUNNABLE, in a test and a store. */
    private void block(Block<Vcpu> code) {
        code.await("kvm_arch_vcpu_runnable", KvmRun2013::hasReason).costs("kvm.wake").mayRest();
        if (wakes) {
            code.test("mp_state == HALTED?", vcpu -> vcpu.mpState.is(MpState.HALTED),
                    unhalt -> unhalt.step("unhalt: mp_state = RUNNABLE",
                            vcpu -> vcpu.mpState.become(MpState.RUNNABLE))
                            .costs("kvm.access").again()).costs("kvm.access");
        }
        code.done(vcpu -> vcpu.exitReason.become(ExitReason.EINTR));
    }

    private static boolean hasReason(Vcpu vcpu) {
        return vcpu.mpState.isEither(MpState.SIPI_RECEIVED, MpState.RUNNABLE)
                || vcpu.hasOtherEvents();
    }

    private Routine<Vcpu> handleExit() {
        return Routine.named("handle_exit", SOURCE, code -> code
                .when(vcpu -> vcpu.guest.exit.is(GuestExit.NONE), none -> none.done())
                .when(vcpu -> vcpu.guest.exit.is(GuestExit.HLT), hlt -> hlt
                        .local(vcpu -> vcpu.guest.exit.clear())
                        .step("kvm_emulate_halt: mp_state = HALTED",
                                vcpu -> vcpu.mpState.become(MpState.HALTED))
                        .costs("kvm.access").done())
                .local(vcpu -> vcpu.guest.exit.clear())
                .call(sendIpi));
    }
}

package org.exitrace.kvm.vmm;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.cpu.IpiMode;
import org.exitrace.kvm.design.VmmAtSipi;
import org.exitrace.kvm.spec.ExitReason;
import org.exitrace.kvm.vcpu.Vcpu;

/**
 * A VMM whose LAPIC is in user space, so that KVM_EXIT_AP_RESET_HOLD comes to it. No VMM with a
 * handler of that exit was found; this one is what the interface allows: KVM_SET_MP_STATE refuses
 * INIT and SIPI without an in-kernel LAPIC, so the VMM writes SW_EXITINFO2 into the guest's shared
 * GHCB page itself before it runs the vCPU again. The MSR form it cannot answer at all.
 */
public final class UserLapic {

    private static final String SOURCE = "reading of x86.c and sev.c; no such VMM was found";

    private final List<Vcpu> vcpus;
    private final boolean keeps;

    /** The LAPIC of {@code vcpus}; {@code atSipi} says what becomes of an early SIPI. */
    public UserLapic(List<Vcpu> vcpus, VmmAtSipi atSipi) {
        this.vcpus = List.copyOf(vcpus);
        this.keeps = atSipi == VmmAtSipi.KEEPS;
    }

    /** The thread of the bootstrap processor. */
    public Routine<Vcpu> bspThread(Routine<Vcpu> kvmRun) {
        return Routine.named("VMM", SOURCE, code -> code
                .forever(loop -> loop
                        .call(kvmRun)
                        .when(vcpu -> vcpu.exitReason.is(ExitReason.ICR_WRITE),
                                write -> write.call(deliver()),
                                other -> other.done())));
    }

    /**
     * The thread of an AP: it waits for the first SIPI, and at each hold for another. The first
     * state may find the AP started, or in a hold.
     */
    public Routine<Vcpu> apThread(Routine<Vcpu> kvmRun) {
        return Routine.named("VMM", SOURCE, code -> code
                .when(vcpu -> vcpu.receivedFirstSipi.isClear(),
                        off -> off.call(awaitSipi()).local(UserLapic::started),
                        on -> on.when(vcpu -> vcpu.exitReason.is(ExitReason.AP_RESET_HOLD),
                                held -> held.call(release())))
                .forever(loop -> loop
                        .call(kvmRun)
                        .when(vcpu -> vcpu.exitReason.is(ExitReason.AP_RESET_HOLD),
                                hold -> hold.call(answerHold()),
                                other -> other.done())));
    }

    private Routine<Vcpu> deliver() {
        return Routine.named("VMM LAPIC", SOURCE, code -> code
                .repeat(vcpus.size(), vcpu -> vcpu.target, each -> each
                        .when(vcpu -> vcpu.guest.ipiGoesTo(vcpu.target.get()), this::deliverOne))
                .local(vcpu -> vcpu.guest.ipiSent()));
    }

    private void deliverOne(Block<Vcpu> code) {
        code.when(sender -> sender.guest.ipi.is(IpiMode.INIT),
                init -> init.step("INIT pending", sender -> {
                    to(sender).userPending.storeInit();
                    to(sender).guest.wakeOwed.raise();
                }).costs("vmm.exit-to-user"),
                sipi -> sipi.step("SIPI pending", this::pendSipi).costs("vmm.exit-to-user"));
    }

    /** A SIPI without INIT goes to nobody who waits for one: it is dropped. */
    private void pendSipi(Vcpu sender) {
        if (to(sender).userPending.hasInit()) {
            to(sender).userPending.setSipi();
        }
    }

    /** INIT stays pending until its SIPI comes, which is told by it from a second one. */
    private Routine<Vcpu> awaitSipi() {
        return Routine.named("VMM LAPIC", SOURCE, code -> code
                .await("INIT", vcpu -> vcpu.userPending.hasInit(), vcpu -> vcpu.guest.noteInit())
                .costs("vmm.exit-to-user").mayRest()
                .await("SIPI", vcpu -> vcpu.userPending.hasSipi(),
                        vcpu -> vcpu.userPending.clear())
                .costs("vmm.exit-to-user").mayRest());
    }

    private Routine<Vcpu> answerHold() {
        return Routine.named("VMM at KVM_EXIT_AP_RESET_HOLD", SOURCE, code -> {
            if (!keeps) {
                code.step("forget what came while the AP ran", vcpu -> vcpu.userPending.clear())
                        .costs("vmm.exit-to-user");
            }
            code.call(release());
        });
    }

    private Routine<Vcpu> release() {
        return Routine.named("VMM at KVM_EXIT_AP_RESET_HOLD", SOURCE, code -> code
                .call(awaitSipi())
                .step("write SW_EXITINFO2 = 1 into the GHCB page", vcpu -> {
                    vcpu.guest.exitInfo2.become(1);
                    vcpu.guest.releaseWritten.raise();
                    vcpu.guest.noteSipi();
                }).costs("vmm.exit-to-user"));
    }

    private static void started(Vcpu vcpu) {
        vcpu.receivedFirstSipi.raise();
        vcpu.guest.wakeOwed.clear();
    }

    private Vcpu to(Vcpu sender) {
        return vcpus.get(sender.target.get());
    }
}

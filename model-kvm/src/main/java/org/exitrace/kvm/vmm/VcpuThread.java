package org.exitrace.kvm.vmm;

import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.spec.ExitReason;
import org.exitrace.kvm.vcpu.Vcpu;

/** The VMM's loop for one vCPU: KVM_RUN, see why it returned, again. */
public final class VcpuThread {

    private VcpuThread() {
    }

    /** The loop of a VM whose LAPIC is in the kernel: it stops for what it cannot mend. */
    public static Routine<Vcpu> withKernelLapic(Routine<Vcpu> kvmRun) {
        return Routine.named("VMM", "KVM API", code -> code
                .forever(loop -> loop
                        .call(kvmRun)
                        .when(VcpuThread::cannotGoOn, stop -> stop.done())));
    }

    static boolean cannotGoOn(Vcpu vcpu) {
        return vcpu.exitReason.isEither(ExitReason.EINVAL, ExitReason.HOST_CRASH);
    }
}

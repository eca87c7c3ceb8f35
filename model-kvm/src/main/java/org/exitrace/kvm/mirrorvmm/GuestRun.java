package org.exitrace.kvm.mirrorvmm;

import java.util.function.BooleanSupplier;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVcpu;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.host.SevState;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.RunExit;
import org.exitrace.psp.spec.AsidUse;

/**
 * KVM_RUN with the guest's code inside.
 *
 * @param kernel in which kernel
 * @param vm the number of the VM
 * @param vcpu the number of the vCPU
 * @param kicked whether the VMM wants it out of the guest
 */
record GuestRun(Kernel kernel, int vm, int vcpu, BooleanSupplier kicked) {

    Routine<KvmThread> of(Routine<KvmThread> guest) {
        return Routine.named("kvm_arch_vcpu_ioctl_run", "docs/kvm-host.md a.1", code -> {
            Locking.lock(code, LockClass.VCPU_MUTEX, thread -> at(thread).mutex);
            code.test("immediate_exit?", thread -> kicked.getAsBoolean(),
                    yes -> yes.local(thread -> thread.fail(Errno.EINTR)),
                    no -> no.test("VMRUN", this::starts, runs -> runs.call(guest), fails -> fails
                            .local(thread -> thread.result.become(
                                    RunExit.KVM_EXIT_FAIL_ENTRY.name())))
                            .costs("kvm.access"))
                    .costs("kvm.access");
            Locking.unlock(code, LockClass.VCPU_MUTEX, thread -> at(thread).mutex);
        });
    }

    /** With encrypted registers VMRUN needs a VMSA that the firmware has encrypted. */
    private boolean starts(KvmThread thread) {
        SevState sev = thread.vm(vm).sev;
        int asid = sev.asid.get();
        return (sev.esActive.isClear() || at(thread).isProtected.isSet())
                && thread.host.firmware.ccxs.get(0).asidValid.has(asid)
                && thread.host.firmware.asid(asid).isAnywhere(AsidUse.IN_USE);
    }

    private KvmVcpu at(KvmThread thread) {
        return thread.vm(vm).vcpus.get(vcpu);
    }
}

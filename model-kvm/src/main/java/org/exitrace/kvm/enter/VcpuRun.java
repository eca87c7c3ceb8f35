package org.exitrace.kvm.enter;

import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVcpu;
import org.exitrace.kvm.host.KvmVm;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.host.SevState;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.psp.spec.AsidUse;

/**
 * KVM_RUN on one CPU until the guest's next exit, which the script chooses. A guest of which
 * hardware does not know the ASID does not start.
 */
public final class VcpuRun {

    /** What user space sees where VMRUN fails. */
    public static final String FAILED = "KVM_EXIT_FAIL_ENTRY";

    private final Kernel kernel;
    private final int vm;
    private final int vcpu;

    /** Of vCPU {@code vcpu} of VM {@code vm}. */
    public VcpuRun(Kernel kernel, int vm, int vcpu) {
        this.kernel = kernel;
        this.vm = vm;
        this.vcpu = vcpu;
    }

    /** The ioctl, behind the vCPU's descriptor: on {@code cpu}, until {@code exit}. */
    public Routine<KvmThread> routine(int cpu, String exit) {
        return Routine.named("kvm_arch_vcpu_ioctl_run", "docs/kvm-host.md a.1", code ->
                Locking.lockKillable(code, LockClass.VCPU_MUTEX, thread -> vcpu(thread).mutex,
                        locked -> {
                            locked.test("KVM_RUN: checks", checks()::refuse, no -> { },
                                    fine -> fine.step("VMRUN until " + exit,
                                            thread -> run(thread, cpu, exit))
                                            .costs("kvm.access")).costs("kvm.access");
                            Locking.unlock(locked, LockClass.VCPU_MUTEX,
                                    thread -> vcpu(thread).mutex);
                        }));
    }

    /** What it looks at first. */
    public Checks checks() {
        return new Checks()
                .refuse("need-init", Errno.EINVAL, "the VM's type was not initialised",
                        thread -> thread.vm(vm).sev.needInit.isSet())
                .refuse("vmsa", Errno.EINVAL, "vmsa_pa names no VMSA",
                        thread -> thread.vm(vm).sev.esActive.isSet()
                                && vcpu(thread).vmsaMapped.isClear());
    }

    private void run(KvmThread thread, int cpu, String exit) {
        KvmVm guest = thread.vm(vm);
        SevState sev = guest.sev;
        if (vcpu(thread).syncing.isSet()) {
            vcpu(thread).torn.raise();
        }
        if (sev.active.isClear()) {
            thread.result.become(exit);
            return;
        }
        if (vcpu(thread).vmcbSev.isClear()) {
            thread.host.oops.plainVmcb.raise();
        }
        boolean valid = thread.host.firmware.ccxs.get(cpu).asidValid.has(sev.asid.get())
                && thread.host.firmware.asid(sev.asid.get()).isAnywhere(AsidUse.IN_USE);
        if (sev.isMirror() && !valid && !hasGuest(thread, sev)) {
            thread.host.oops.lostContext.raise();
        }
        if (valid) {
            sev.dirtyCpus.add(cpu);
            if (kernel.has(KernelChange.D_RUN_CPUS)) {
                sev.runCpus.add(cpu);
            }
        }
        thread.result.become(valid ? exit : FAILED);
    }

    /** A mirror of an owner that had no handle yet never had a context to lose. */
    private static boolean hasGuest(KvmThread thread, SevState sev) {
        return sev.handle.is(0) || !thread.host.firmware.guests.get(sev.handle.get() - 1).isFree();
    }

    private KvmVcpu vcpu(KvmThread thread) {
        return thread.vm(vm).vcpus.get(vcpu);
    }
}

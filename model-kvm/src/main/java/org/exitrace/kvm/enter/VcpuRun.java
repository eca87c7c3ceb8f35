package org.exitrace.kvm.enter;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVcpu;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.host.SevState;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.spec.RunExit;
import org.exitrace.psp.spec.AsidUse;

/**
 * KVM_RUN on one CPU: what the exit before is completed with, then the guest until its next exit,
 * which the script chooses. A guest of which hardware does not know the ASID does not start.
 */
public final class VcpuRun {

    private static final String SOURCE = "docs/kvm-host.md a.1, a.2";

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
    public Routine<KvmThread> routine(int cpu, RunExit exit, RunAnswer answer) {
        return Routine.named("kvm_arch_vcpu_ioctl_run", SOURCE, code -> Locking.lockKillable(
                code, LockClass.VCPU_MUTEX, thread -> vcpu(thread).mutex, locked -> {
                    locked.test("KVM_RUN: checks", checks(answer)::refuse, no -> { },
                            fine -> enter(fine, cpu, exit)).costs("kvm.access");
                    Locking.unlock(locked, LockClass.VCPU_MUTEX, thread -> vcpu(thread).mutex);
                }));
    }

    /** What it looks at first. */
    public Checks checks(RunAnswer answer) {
        return new Checks()
                .refuse("uninitialized", Errno.EAGAIN, "the AP was not started: it blocks, takes"
                                + " events, and comes back",
                        thread -> vcpu(thread).mpState.is(MpState.UNINITIALIZED))
                .refuseGiven(!answer.isForCertificates(), "certificates", Errno.EINVAL,
                        "the answer for certificates is none", thread ->
                                vcpu(thread).lastExit.is(RunExit.KVM_EXIT_SNP_REQ_CERTS))
                .refuseGiven(!answer.isForHypercalls() && kernel.has(
                                KernelChange.D_HYPERCALL_RET), "hypercall", Errno.EINVAL,
                        "the answer of the hypercall is none", thread ->
                                vcpu(thread).lastExit.is(RunExit.KVM_EXIT_HYPERCALL))
                .refuse("need-init", Errno.EINVAL, "the VM's type was not initialised",
                        thread -> sev(thread).needInit.isSet())
                .refuse("vmsa", Errno.EINVAL, "vmsa_pa names no VMSA",
                        thread -> sev(thread).esActive.isSet()
                                && vcpu(thread).vmsaMapped.isClear());
    }

    private void enter(Block<KvmThread> code, int cpu, RunExit exit) {
        boolean parks = exit == RunExit.KVM_EXIT_HLT || exit == RunExit.KVM_EXIT_AP_RESET_HOLD;
        code.step("VMRUN until " + exit, thread -> run(thread, cpu, exit)).costs("kvm.access");
        code.given(parks, parked -> parked.when(thread -> thread.isFine(), blocked -> blocked
                .await("vcpu_block", thread -> thread.killed.isSet(),
                        thread -> thread.fail(Errno.EINTR)).mayRest().costs("kvm.access")));
    }

    private void run(KvmThread thread, int cpu, RunExit exit) {
        SevState sev = sev(thread);
        KvmVcpu here = vcpu(thread);
        here.lastExit.become(exit);
        if (here.syncing.isSet()) {
            here.torn.raise();
        }
        RunExit seen = exit;
        if (sev.active.isSet()) {
            seen = runSev(thread, cpu) ? exit : RunExit.KVM_EXIT_FAIL_ENTRY;
        }
        if (thread.vm(vm).irqchip.isSet() && seen == RunExit.KVM_EXIT_HLT) {
            here.mpState.become(MpState.HALTED);
        } else if (thread.vm(vm).irqchip.isSet() && seen == RunExit.KVM_EXIT_AP_RESET_HOLD) {
            here.mpState.become(MpState.AP_RESET_HOLD);
        } else {
            thread.result.become(seen.name());
        }
    }

    /** Whether VMRUN succeeds. */
    private boolean runSev(KvmThread thread, int cpu) {
        SevState sev = sev(thread);
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
        return valid;
    }

    /** A mirror of an owner that had no handle yet never had a context to lose. */
    private static boolean hasGuest(KvmThread thread, SevState sev) {
        return sev.handle.is(0)
                || !thread.host.firmware.guests.get(sev.handle.get() - 1).isFree();
    }

    private SevState sev(KvmThread thread) {
        return thread.vm(vm).sev;
    }

    private KvmVcpu vcpu(KvmThread thread) {
        return thread.vm(vm).vcpus.get(vcpu);
    }
}

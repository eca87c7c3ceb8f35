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
import org.exitrace.kvm.memory.PageFaults;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.GuestAct;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.spec.RunExit;
import org.exitrace.psp.spec.AsidUse;

/**
 * KVM_RUN on one CPU: what the exit before is completed with, then the guest until its next act,
 * of which KVM makes an exit. A guest of which hardware does not know the ASID does not start.
 */
public final class VcpuRun {

    private static final String SOURCE = "docs/kvm-host.md a.1, a.2";

    private final Kernel kernel;
    private final int vm;
    private final int vcpu;
    private final Completing completing;
    private final Exits exits;

    /** Of vCPU {@code vcpu} of VM {@code vm}. */
    public VcpuRun(Kernel kernel, int vm, int vcpu) {
        this.kernel = kernel;
        this.vm = vm;
        this.vcpu = vcpu;
        this.completing = new Completing(kernel, vm, vcpu);
        this.exits = new Exits(kernel);
    }

    /** The ioctl, behind the vCPU's descriptor: on {@code cpu}, where the guest does that. */
    public Routine<KvmThread> routine(int cpu, GuestDoes does, RunAnswer answer) {
        Checks first = answerChecks(answer);
        Checks then = runChecks();
        return Routine.named("kvm_arch_vcpu_ioctl_run", SOURCE, code -> Locking.lockKillable(
                code, LockClass.VCPU_MUTEX, thread -> vcpu(thread).mutex, locked -> {
                    locked.test("KVM_RUN: checks", thread -> {
                        boolean refused = first.refuse(thread);
                        completing.complete(thread, answer);
                        return refused || refuses(thread, then);
                    }, no -> { },
                            fine -> fine.when(thread -> vcpu(thread).mpState.is(MpState.RUNNABLE),
                                    runs -> enter(runs, cpu, does), this::block))
                            .costs("kvm.access");
                    Locking.unlock(locked, LockClass.VCPU_MUTEX, thread -> vcpu(thread).mutex);
                }));
    }

    private static boolean refuses(KvmThread thread, Checks checks) {
        boolean refused = checks.refuse(thread);
        if (refused && thread.result.is(Errno.EINTR.name())) {
            thread.signalled.clear();
        }
        return refused;
    }

    /** What it looks at first, up to the callback. */
    public Checks answerChecks(RunAnswer answer) {
        return completing.check(new Checks()
                .refuse("uninitialized", Errno.EAGAIN, "the AP was not started: it blocks, takes"
                                + " events, and comes back",
                        thread -> vcpu(thread).mpState.is(MpState.UNINITIALIZED)), answer);
    }

    /** What it looks at behind the callback. */
    public Checks runChecks() {
        return new Checks()
                .refuse("need-init", Errno.EINVAL, "the VM's type was not initialised",
                        thread -> sev(thread).needInit.isSet())
                .refuse("signal", Errno.EINTR, "a signal is pending", VcpuRun::isSignalled)
                .refuse("vmsa", Errno.EINVAL, "vmsa_pa names no VMSA",
                        thread -> sev(thread).esActive.isSet()
                                && vcpu(thread).vmsaMapped.isClear());
    }

    private static boolean isSignalled(KvmThread thread) {
        return thread.killed.isSet() || thread.signalled.isSet();
    }

    private void enter(Block<KvmThread> code, int cpu, GuestDoes does) {
        boolean accesses = does.act() == GuestAct.ACCESS;
        boolean mayPark = does.act() == GuestAct.HLT || does.act() == GuestAct.AP_RESET_HOLD;
        code.step("VMRUN until " + does.label(), thread -> {
            if (!starts(thread, cpu)) {
                thread.result.become(RunExit.KVM_EXIT_FAIL_ENTRY.name());
            } else if (!accesses) {
                exits.of(does, thread, thread.vm(vm), vcpu(thread));
            }
        }).costs("kvm.access");
        code.given(accesses, access -> access.when(KvmThread::isFine, faults -> faults
                .call(new PageFaults(kernel, vm, does.page()).access(does.isPrivate()))));
        code.given(mayPark, parks -> parks.when(KvmThread::isFine, this::block));
    }

    private void block(Block<KvmThread> code) {
        code.await("vcpu_block", VcpuRun::isSignalled, thread -> {
            thread.fail(Errno.EINTR);
            thread.signalled.clear();
        }).mayRest().costs("kvm.access");
    }

    /** Whether VMRUN succeeds. */
    private boolean starts(KvmThread thread, int cpu) {
        if (vcpu(thread).syncing.isSet()) {
            vcpu(thread).torn.raise();
        }
        return sev(thread).active.isClear() || startsSev(thread, cpu);
    }

    private boolean startsSev(KvmThread thread, int cpu) {
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

package org.exitrace.kvm.context;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVcpu;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;

/**
 * KVM_CAP_VM_MOVE_ENC_CONTEXT_FROM: the destination becomes what the source was, and the source is
 * dead from then on.
 */
public final class MoveContext {

    private static final String SOURCE = "docs/kvm-host.md c.1, c.2";

    private final Kernel kernel;
    private final TwoVms vms;
    private final Transfer transfer;

    private final boolean noMask;

    /** What VM {@code from} is goes to VM {@code to}; -1 for a descriptor that is no VM's. */
    public MoveContext(Kernel kernel, int to, int from) {
        this(kernel, to, from, false);
    }

    /** The same; {@code noMask} where the kernel has no memory for a mask of CPUs. */
    public MoveContext(Kernel kernel, int to, int from, boolean noMask) {
        this.noMask = noMask;
        this.kernel = kernel;
        this.vms = new TwoVms(kernel, to, from);
        this.transfer = new Transfer(kernel, vms);
    }

    /** The ioctl, behind the descriptor of the destination. */
    public Routine<KvmThread> routine() {
        if (!kernel.moves()) {
            return Copy.unknown();
        }
        return vms.locked(Routine.named("sev_vm_move_enc_context_from", SOURCE, code -> code
                .test("looks at both", checks()::refuse, no -> { }, fine -> fine
                        .test("charge the destination's cgroup", transfer::charge,
                                this::withVcpus).costs("kvm.access"))
                .costs("kvm.access")), false);
    }

    /** What it looks at with both VMs locked. */
    public Checks checks() {
        return new Checks()
                .refuse("types", Errno.EINVAL, "the VMs are of different types",
                        thread -> vms.source(thread).type.get() != vms.target(thread).type.get())
                .refuse("target-sev", Errno.EINVAL, "the destination is an SEV guest already",
                        thread -> vms.target(thread).sev.active.isSet())
                .refuse("source-plain", Errno.EINVAL, "the source is no SEV guest",
                        thread -> vms.source(thread).sev.active.isClear())
                .refuseGiven(kernel.has(KernelChange.B_3D), "source-snp", Errno.EINVAL,
                        "the source is an SNP guest",
                        thread -> vms.source(thread).sev.snpActive.isSet())
                .refuseGiven(kernel.has(KernelChange.B_36) && !kernel.has(KernelChange.B_37),
                        "source-mirrored", Errno.EBUSY, "the source has mirrors",
                        thread -> !vms.source(thread).sev.mirrors.isEmpty());
    }

    /** What it looks at with all vCPUs locked. */
    public Checks vcpuChecks() {
        return new Checks()
                .refuseGiven(kernel.has(KernelChange.B_39), "in-flight", Errno.EBUSY,
                        "a vCPU of one of them is being created",
                        thread -> vms.source(thread).hasVcpuInFlight()
                                || vms.target(thread).hasVcpuInFlight())
                .refuse("vcpu-counts", Errno.EINVAL,
                        "encrypted registers do not fit: the numbers of vCPUs differ",
                        thread -> isEs(thread) && vms.source(thread).online.get()
                                != vms.target(thread).online.get())
                .refuse("not-launched", Errno.EINVAL,
                        "a vCPU's registers were not encrypted by LAUNCH_UPDATE_VMSA",
                        thread -> isEs(thread) && vms.source(thread).vcpus.stream()
                                .anyMatch(vcpu -> vcpu.isOnline() && vcpu.isProtected.isClear()))
                .refuseGiven(noMask && kernel.has(KernelChange.D_RUN_CPUS), "cpu-mask",
                        Errno.ENOMEM, "there is no memory for the mask of CPUs",
                        thread -> true);
    }

    private boolean isEs(KvmThread thread) {
        return vms.source(thread).sev.esActive.isSet();
    }

    private void withVcpus(Block<KvmThread> code) {
        code.call(lockAll(vms.to()))
                .when(KvmThread::isFine, mine -> mine.call(lockAll(vms.from())))
                .when(KvmThread::isFine, all -> all
                        .test("looks at the vCPUs", vcpuChecks()::refuse, no -> { },
                                fine -> fine.call(transfer.routine())).costs("kvm.access"))
                .step("unlock all vCPUs, give a charge back", this::unlockAll)
                .costs("kvm.access");
    }

    /** {@code vcpu->mutex} of each vCPU that is online, one after the other. */
    private Routine<KvmThread> lockAll(int vm) {
        return Routine.named("kvm_lock_all_vcpus", "kvm_main.c kvm_lock_all_vcpus (title)",
                code -> {
                    for (int vcpu = 0; vcpu < transfer.most(); vcpu++) {
                        lockOne(code, vm, vcpu);
                    }
                });
    }

    private static void lockOne(Block<KvmThread> code, int vm, int vcpu) {
        code.when(thread -> thread.isFine() && hasOnline(thread, vm, vcpu),
                one -> Locking.lockKillable(one, LockClass.VCPU_MUTEX,
                        thread -> thread.vm(vm).vcpus.get(vcpu).mutex, locked -> { }));
    }

    private static boolean hasOnline(KvmThread thread, int vm, int vcpu) {
        return vcpu < thread.vm(vm).vcpus.size() && thread.vm(vm).vcpus.get(vcpu).isOnline();
    }

    private void unlockAll(KvmThread thread) {
        for (int vm : new int[] {vms.to(), vms.from()}) {
            for (KvmVcpu vcpu : thread.vm(vm).vcpus) {
                if (vcpu.mutex.isHeldBy(thread.number())) {
                    thread.locks.release(LockClass.VCPU_MUTEX, vcpu.mutex);
                }
            }
        }
        transfer.settleCharge(thread);
    }
}

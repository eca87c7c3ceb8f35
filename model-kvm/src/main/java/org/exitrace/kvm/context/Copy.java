package org.exitrace.kvm.context;

import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVm;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.host.SevState;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;

/**
 * KVM_CAP_VM_COPY_ENC_CONTEXT_FROM: the destination becomes a mirror of the source, with which it
 * shares ASID, handle and keys, and of which it holds a reference.
 */
public final class Copy {

    private static final String SOURCE = "docs/kvm-host.md c.1, c.2";

    private final Kernel kernel;
    private final TwoVms vms;

    private final boolean noMask;

    /** VM {@code to} becomes a mirror of VM {@code from}; -1 for a descriptor that is no VM's. */
    public Copy(Kernel kernel, int to, int from) {
        this(kernel, to, from, false);
    }

    /** The same; {@code noMask} where the kernel has no memory for a mask of CPUs. */
    public Copy(Kernel kernel, int to, int from, boolean noMask) {
        this.noMask = noMask;
        this.kernel = kernel;
        this.vms = new TwoVms(kernel, to, from);
    }

    /** The ioctl, behind the descriptor of the destination. */
    public Routine<KvmThread> routine() {
        if (!kernel.copies()) {
            return unknown();
        }
        if (!kernel.has(KernelChange.D_COPY_LOCKED)) {
            return new CopyApart(kernel, vms.to(), vms.from()).routine();
        }
        return vms.locked(Routine.named("sev_vm_copy_enc_context_from", SOURCE, code -> {
            Checks checks = checks();
            code.test("looks at both", checks::refuse, no -> { }, fine -> {
                boolean mirrorLock = kernel.has(KernelChange.D_MIRROR_LOCK);
                fine.given(mirrorLock, lock -> Locking.lock(lock, LockClass.SEV_MIRROR_LOCK,
                        thread -> thread.host.mirrorLock));
                fine.step("the destination mirrors the source", this::copy)
                        .costs("kvm.access");
                fine.given(mirrorLock, lock -> Locking.unlock(lock, LockClass.SEV_MIRROR_LOCK,
                        thread -> thread.host.mirrorLock));
            }).costs("kvm.access");
        }), !kernel.has(KernelChange.B_30));
    }

    static Routine<KvmThread> unknown() {
        return Routine.named("kvm_vm_ioctl_enable_cap", "x86.c kvm_vm_ioctl_enable_cap",
                code -> code.step("unknown capability", thread -> thread.fail(Errno.EINVAL))
                        .costs("kvm.access"));
    }

    /** What it looks at with both VMs locked. */
    public Checks checks() {
        return new Checks()
                .refuse("target-sev", Errno.EINVAL, "the destination is an SEV guest already",
                        thread -> vms.target(thread).sev.active.isSet())
                .refuse("source-plain", Errno.EINVAL, "the source is no SEV guest",
                        thread -> vms.source(thread).sev.active.isClear())
                .refuseGiven(kernel.has(KernelChange.B_3D), "source-snp", Errno.EINVAL,
                        "the source is an SNP guest",
                        thread -> vms.source(thread).sev.snpActive.isSet())
                .refuse("source-mirror", Errno.EINVAL, "the source is a mirror itself",
                        thread -> vms.source(thread).sev.isMirror())
                .refuseGiven(kernel.has(KernelChange.B_31), "target-vcpus", Errno.EINVAL,
                        "the destination has vCPUs",
                        thread -> !vms.target(thread).created.is(0))
                .refuseGiven(noMask && kernel.has(KernelChange.D_RUN_CPUS), "cpu-mask",
                        Errno.ENOMEM, "there is no memory for the mask of CPUs",
                        thread -> true);
    }

    private void copy(KvmThread thread) {
        KvmVm owner = vms.source(thread);
        SevState mirror = vms.target(thread).sev;
        owner.users.increment();
        thread.host.touchMirrors(owner);
        owner.sev.mirrors.add(vms.to());
        mirror.owner.become(vms.from());
        mirror.active.raise();
        mirror.esActive.become(owner.sev.esActive.isSet());
        mirror.asid.become(owner.sev.asid.get());
        mirror.handle.become(owner.sev.handle.get());
        mirror.fd.become(owner.sev.fd.isSet());
        mirror.needInit.clear();
        mirror.regionList.become(kernel.has(KernelChange.B_34));
        mirror.runMask.become(kernel.has(KernelChange.D_RUN_CPUS));
    }
}

package org.exitrace.kvm.context;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.host.SevState;
import org.exitrace.kvm.life.References;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;

/**
 * COPY as it was first: it reads the source under the source's lock, gives that back, and writes
 * the destination under the destination's. What it has read may have moved on in between.
 */
final class CopyApart {

    private static final String SOURCE = "svm_vm_copy_asid_from (5.13, from memory)";

    private final Kernel kernel;
    private final int to;
    private final int from;

    CopyApart(Kernel kernel, int to, int from) {
        this.kernel = kernel;
        this.to = to;
        this.from = from;
    }

    Routine<KvmThread> routine() {
        return Routine.named("svm_vm_copy_asid_from", SOURCE, code -> {
            if (from == TwoVms.NO_VM) {
                code.step("fdget of the source", thread -> thread.fail(Errno.EBADF))
                        .costs("kvm.access");
                return;
            }
            code.test("fdget of the source", thread -> References.get(thread.vm(from)),
                    this::withSource, none -> none.local(thread -> thread.fail(Errno.EBADF)))
                    .costs("kvm.access");
        });
    }

    private void withSource(Block<KvmThread> code) {
        Checks source = new Checks()
                .refuse("source-plain", Errno.EINVAL, "the source is no SEV guest",
                        thread -> thread.vm(from).sev.active.isClear())
                .refuse("source-mirror", Errno.EINVAL, "the source is a mirror itself",
                        thread -> thread.vm(from).sev.isMirror())
                .refuse("same", Errno.EINVAL, "source and destination are one",
                        thread -> from == to);
        Locking.lock(code, LockClass.KVM_LOCK, thread -> thread.vm(from).lock);
        code.test("looks at the source", source::refuse, no -> { },
                fine -> fine.step("reads its ASID and handle, kvm_get_kvm", this::read)
                        .costs("kvm.access")).costs("kvm.access");
        Locking.unlock(code, LockClass.KVM_LOCK, thread -> thread.vm(from).lock);
        code.call(new References(kernel).putFile(from))
                .when(KvmThread::isFine, this::withTarget)
                .local(CopyApart::forget);
    }

    private void withTarget(Block<KvmThread> code) {
        Checks target = new Checks()
                .refuse("target-sev", Errno.EINVAL, "the destination is an SEV guest already",
                        thread -> thread.vm(to).sev.active.isSet())
                .refuseGiven(kernel.has(KernelChange.B_31), "target-vcpus", Errno.EINVAL,
                        "the destination has vCPUs", thread -> !thread.vm(to).created.is(0));
        Locking.lock(code, LockClass.KVM_LOCK, thread -> thread.vm(to).lock);
        code.test("looks at the destination", target::refuse, no -> { },
                fine -> fine.step("the destination mirrors what was read", this::write)
                        .costs("kvm.access")).costs("kvm.access");
        Locking.unlock(code, LockClass.KVM_LOCK, thread -> thread.vm(to).lock);
        code.when(thread -> !thread.isFine(), failed -> failed.local(CopyApart::forget)
                .call(new References(kernel).putVm(from)));
    }

    private void read(KvmThread thread) {
        SevState owner = thread.vm(from).sev;
        thread.asid.become(owner.asid.get());
        thread.handle.become(owner.handle.get());
        thread.seen.become(owner.esActive.isSet());
        thread.count.become(owner.fd.isSet() ? 1 : 0);
        thread.vm(from).users.increment();
    }

    private void write(KvmThread thread) {
        SevState mirror = thread.vm(to).sev;
        thread.host.touchMirrors(thread.vm(from));
        thread.vm(from).sev.mirrors.add(to);
        mirror.owner.become(from);
        mirror.active.raise();
        mirror.esActive.become(thread.seen.isSet());
        mirror.asid.become(thread.asid.get());
        mirror.handle.become(thread.handle.get());
        mirror.fd.become(!thread.count.is(0));
        mirror.needInit.clear();
        mirror.regionList.become(kernel.has(KernelChange.B_34));
        mirror.runMask.become(kernel.has(KernelChange.D_RUN_CPUS));
    }

    private static void forget(KvmThread thread) {
        thread.asid.clear();
        thread.handle.clear();
        thread.seen.clear();
        thread.count.clear();
    }
}

package org.exitrace.kvm.life;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVm;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.host.SevState;
import org.exitrace.kvm.lock.KernelMutex;
import org.exitrace.kvm.lock.LockClass;

/**
 * What {@code sev_vm_destroy} does of a mirror: it leaves its owner's list and gives the owner's
 * reference back, which may end the owner too.
 */
final class MirrorEnd {

    private static final String SOURCE = "docs/kvm-host.md c.3";

    private final Kernel kernel;

    MirrorEnd(Kernel kernel) {
        this.kernel = kernel;
    }

    Routine<KvmThread> routine() {
        return Routine.named("sev_vm_destroy of a mirror", SOURCE, code -> {
            if (kernel.has(KernelChange.D_MIRROR_LOCK)) {
                Locking.lock(code, LockClass.SEV_MIRROR_LOCK, thread -> thread.host.mirrorLock);
                code.step("read the owner, unlink, owner = NULL", this::unlinkFromOwner)
                        .costs("kvm.access");
                Locking.unlock(code, LockClass.SEV_MIRROR_LOCK, thread -> thread.host.mirrorLock);
            } else {
                code.step("read the owner", thread -> thread.owner.become(
                        dying(thread).sev.owner.get())).costs("kvm.access");
                Locking.lockIn(code, LockClass.KVM_LOCK, MirrorEnd::owner);
                code.step("unlink", this::unlink).costs("kvm.access");
                Locking.unlock(code, LockClass.KVM_LOCK, MirrorEnd::ownersLock);
            }
            put(code);
        });
    }

    private void put(Block<KvmThread> code) {
        Routine<KvmThread> end = new Destruction(kernel, MirrorEnd::owner).ofOwner();
        code.test("kvm_put_kvm of the owner", thread -> References.put(thread, owner(thread)),
                        last -> last.call(end)).costs("kvm.access")
                .local(thread -> thread.owner.clear());
    }

    private static KvmVm dying(KvmThread thread) {
        return thread.vm(thread.dying.get());
    }

    private static KvmVm owner(KvmThread thread) {
        return thread.vm(thread.owner.get());
    }

    private static KernelMutex ownersLock(KvmThread thread) {
        return owner(thread).lock;
    }

    private void unlinkFromOwner(KvmThread thread) {
        thread.owner.become(dying(thread).sev.owner.get());
        unlink(thread);
        dying(thread).sev.owner.clear();
    }

    /** {@code list_del}: it leaves whichever list it is in. */
    private void unlink(KvmThread thread) {
        if (owner(thread).exists.isClear()) {
            thread.host.oops.useAfterFree.raise();
        }
        for (KvmVm vm : thread.host.vms) {
            if (vm.sev.mirrors.has(thread.dying.get())) {
                thread.host.touchMirrors(vm);
            }
            vm.sev.mirrors.remove(thread.dying.get());
        }
        leaveLines(thread);
    }

    /** Before the repair nobody writes them back, but whoever ends the owner. */
    private void leaveLines(KvmThread thread) {
        if (kernel.has(KernelChange.B_23)) {
            thread.host.writeBack(dying(thread));
        } else if (owner(thread).exists.isSet()) {
            SevState left = owner(thread).sev;
            left.dirtyCpus.become(left.dirtyCpus.get() | dying(thread).sev.dirtyCpus.get());
        }
    }
}

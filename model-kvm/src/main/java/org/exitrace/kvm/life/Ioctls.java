package org.exitrace.kvm.life;

import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.spec.Errno;

/** What each ioctl does before and behind what it is for. */
public final class Ioctls {

    private static final String SOURCE = "virt/kvm/kvm_main.c";

    private final Kernel kernel;
    private final References references;

    /** In that kernel. */
    public Ioctls(Kernel kernel) {
        this.kernel = kernel;
        this.references = new References(kernel);
    }

    /** {@code body} as an ioctl on the descriptor of VM {@code vm}. */
    public Routine<KvmThread> onVm(int vm, Routine<KvmThread> body) {
        return Routine.named("kvm_vm_ioctl", SOURCE, code -> code
                .test("fdget", thread -> References.get(thread.vm(vm)), got -> got
                        .test("vm_dead?", thread -> isDead(thread, vm),
                                dead -> dead.local(thread -> thread.fail(Errno.EIO)),
                                alive -> alive.call(body)).costs("kvm.access")
                        .call(references.putFile(vm)),
                        none -> none.local(thread -> thread.fail(Errno.EBADF)))
                .costs("kvm.access")
                .local(KvmThread::end));
    }

    /** {@code body} as an ioctl on the descriptor of a vCPU, under {@code vcpu->mutex}. */
    public Routine<KvmThread> onVcpu(int vm, int vcpu, Routine<KvmThread> body) {
        return Routine.named("kvm_vcpu_ioctl", SOURCE, code -> code
                .test("fdget", thread -> References.get(thread.vm(vm).vcpus.get(vcpu)),
                        got -> got.test("vm_dead?", thread -> isDead(thread, vm),
                                dead -> dead.local(thread -> thread.fail(Errno.EIO)),
                                alive -> alive.call(body)).costs("kvm.access")
                        .call(references.putFile(vm, vcpu)),
                        none -> none.local(thread -> thread.fail(Errno.EBADF)))
                .costs("kvm.access")
                .local(KvmThread::end));
    }

    private static boolean isDead(KvmThread thread, int vm) {
        if (thread.vm(vm).exists.isClear()) {
            thread.host.oops.useAfterFree.raise();
        }
        return thread.vm(vm).dead.isSet();
    }

    /** {@code close} of VM {@code vm}'s descriptor. */
    public Routine<KvmThread> close(int vm) {
        return Routine.named("close", "fs/open.c close", code -> code
                .test("takes the descriptor out of the table",
                        thread -> thread.vm(vm).fdOpen.testAndClear(),
                        open -> open.call(references.putFile(vm)),
                        none -> none.local(thread -> thread.fail(Errno.EBADF)))
                .costs("kvm.access")
                .local(KvmThread::end));
    }

    /** {@code close} of a vCPU's descriptor. */
    public Routine<KvmThread> close(int vm, int vcpu) {
        return Routine.named("close", "fs/open.c close", code -> code
                .test("takes the descriptor out of the table",
                        thread -> thread.vm(vm).vcpus.get(vcpu).fdOpen.testAndClear(),
                        open -> open.call(references.putFile(vm, vcpu)),
                        none -> none.local(thread -> thread.fail(Errno.EBADF)))
                .costs("kvm.access")
                .local(KvmThread::end));
    }

    /** The kernel in which they run. */
    public Kernel kernel() {
        return kernel;
    }
}

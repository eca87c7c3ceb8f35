package org.exitrace.kvm.memory;

import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelProfile;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.VmMemory;
import org.exitrace.kvm.launch.SnpPages;
import org.exitrace.kvm.life.References;
import org.exitrace.kvm.spec.Errno;

/**
 * A guest_memfd: a file with private memory, which keeps the VM alive and pointers to the slots
 * that it has bound, but is itself kept alive by no slot.
 */
public final class GuestMemfd {

    private static final String SOURCE = "virt/kvm/guest_memfd.c (in part from memory)";

    private final Kernel kernel;
    private final int vm;

    /** That of VM {@code vm}; the model has one for each. */
    public GuestMemfd(Kernel kernel, int vm) {
        this.kernel = kernel;
        this.vm = vm;
    }

    /**
     * KVM_CREATE_GUEST_MEMFD, behind the VM's descriptor.
     *
     * @param huge whether all pages are one folio, as drafts of huge pages have it
     */
    public Routine<KvmThread> create(boolean huge) {
        return Routine.named("kvm_gmem_create", SOURCE, code -> code
                .step("KVM_CREATE_GUEST_MEMFD", thread -> {
                    if (!kernel.profile().isSince(KernelProfile.P_6_17)) {
                        thread.fail(Errno.ENOTTY);
                    } else if (memory(thread).gmemOpen.isSet()) {
                        thread.fail(Errno.EMFILE);
                    } else {
                        memory(thread).gmemOpen.raise();
                        memory(thread).isHuge.become(huge);
                        thread.vm(vm).users.increment();
                    }
                }).costs("kvm.access"));
    }

    /** {@code close}: bindings end, and the reference to the VM. */
    public Routine<KvmThread> close() {
        return Routine.named("kvm_gmem_release", SOURCE, code -> code
                .test("takes the descriptor out of the table",
                        thread -> memory(thread).gmemOpen.testAndClear(),
                        open -> open.step("end the bindings", this::endBindings)
                                .costs("kvm.access")
                                .call(new References(kernel).putVm(vm)),
                        none -> none.local(thread -> thread.fail(Errno.EBADF)))
                .costs("kvm.access").local(KvmThread::end));
    }

    /** {@code fallocate} with FALLOC_FL_PUNCH_HOLE: what is mapped of the memory is so no more. */
    public Routine<KvmThread> punchHole() {
        return Routine.named("kvm_gmem_punch_hole", SOURCE, code -> code
                .test("fdget", thread -> memory(thread).gmemOpen.isSet(),
                        open -> open.step("invalidate what is bound", this::invalidate)
                                .costs("kvm.access"),
                        none -> none.local(thread -> thread.fail(Errno.EBADF)))
                .costs("kvm.access").local(KvmThread::end));
    }

    private void endBindings(KvmThread thread) {
        invalidate(thread);
        memory(thread).bindings.clear();
    }

    /** Pages are the host's before the allocator gets them, and the folios' flags end with them. */
    private void freePages(KvmThread thread) {
        for (int page = 0; page < memory(thread).mapped.size(); page++) {
            SnpPages.release(thread, thread.vm(vm), page);
        }
        memory(thread).prepared.clear();
    }

    /** Each binding is a pointer to a slot, whether that is there or not. */
    private void invalidate(KvmThread thread) {
        VmMemory memory = memory(thread);
        freePages(thread);
        for (int slot = 0; slot < memory.mapped.size(); slot++) {
            if (memory.bindings.has(slot)) {
                if (!memory.slots.has(slot)) {
                    thread.host.oops.useAfterFree.raise();
                }
                if (memory.mapped.get(slot).is(VmMemory.Mapping.PRIVATE)) {
                    memory.unmap(slot);
                    memory.bumpSequence();
                }
            }
        }
    }

    private VmMemory memory(KvmThread thread) {
        return thread.vm(vm).memory;
    }
}

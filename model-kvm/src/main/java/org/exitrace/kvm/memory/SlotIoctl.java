package org.exitrace.kvm.memory;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.design.KernelProfile;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.host.VmMemory;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;

/**
 * KVM_SET_USER_MEMORY_REGION and its second form: makes, changes or deletes a slot. A slot
 * from a guest_memfd can only be deleted; before 2025 the flag could be taken away first, and the
 * guest_memfd kept a pointer to the slot.
 *
 * @param kernel in which kernel
 * @param second whether it is the second ioctl, which knows guest_memfds
 * @param vm the number of the VM
 * @param slot the number of the slot
 * @param readOnly KVM_MEM_READONLY
 * @param gmem KVM_MEM_GUEST_MEMFD, with the VM's own guest_memfd
 * @param size 0 deletes the slot
 */
public record SlotIoctl(
        Kernel kernel, boolean second, int vm, int slot, boolean readOnly, boolean gmem,
        boolean size) {

    private static final String SOURCE = "docs/kvm-host.md a.1; kvm_main.c (in part from memory)";

    /** The ioctl, behind the VM's descriptor. */
    public Routine<KvmThread> routine() {
        Checks checks = checks();
        return Routine.named("kvm_set_memory_region", SOURCE, code -> {
            Locking.lock(code, LockClass.SLOTS_LOCK, thread -> thread.vm(vm).slotsLock);
            code.test("checks", checks::refuse, no -> { },
                    fine -> fine.step("change the slot", this::change).costs("kvm.access"))
                    .costs("kvm.access");
            Locking.unlock(code, LockClass.SLOTS_LOCK, thread -> thread.vm(vm).slotsLock);
        });
    }

    /** What it looks at. */
    public Checks checks() {
        return new Checks()
                .refuseGiven(second && !kernel.profile().isSince(KernelProfile.P_6_17), "unknown",
                        Errno.ENOTTY, "the kernel does not know the ioctl", thread -> true)
                .refuseGiven(readOnly && gmem, "readonly-gmem", Errno.EINVAL,
                        "private memory is never read-only", thread -> true)
                .refuseGiven(readOnly, "readonly", Errno.EINVAL,
                        "registers are encrypted, so that writes cannot be emulated",
                        thread -> thread.vm(vm).type.get().hasProtectedState())
                .refuseGiven(gmem, "no-private", Errno.EINVAL, "the VM has no private memory",
                        thread -> !thread.vm(vm).type.get().hasPrivateMemory())
                .refuseGiven(!size, "no-slot", Errno.EINVAL, "there is no such slot",
                        thread -> !memory(thread).slots.has(slot))
                .refuseGiven(size && gmem, "gmem-immutable", Errno.EINVAL,
                        "a slot from a guest_memfd is only deleted",
                        thread -> memory(thread).slots.has(slot))
                .refuseGiven(size && kernel.has(KernelChange.B_65), "gmem-flag", Errno.EINVAL,
                        "the flag of a slot from a guest_memfd is not taken away",
                        thread -> memory(thread).fromGmem.has(slot))
                .refuseGiven(size, "readonly-flag", Errno.EINVAL,
                        "a slot does not become read-only, or writable", thread ->
                                memory(thread).slots.has(slot)
                                        && memory(thread).readOnly.has(slot) != readOnly)
                .refuseGiven(gmem, "gmem-fd", Errno.EBADF, "there is no guest_memfd",
                        thread -> memory(thread).gmemOpen.isClear());
    }

    private void change(KvmThread thread) {
        VmMemory memory = memory(thread);
        memory.unmap(slot);
        memory.bumpSequence();
        if (size) {
            memory.slots.add(slot);
            set(memory.readOnly, readOnly);
            set(memory.fromGmem, gmem);
            if (gmem) {
                memory.bindings.add(slot);
            }
            return;
        }
        if (memory.fromGmem.has(slot)) {
            memory.bindings.remove(slot);
        }
        memory.slots.remove(slot);
        memory.readOnly.remove(slot);
        memory.fromGmem.remove(slot);
    }

    private void set(BitsCell bits, boolean value) {
        if (value) {
            bits.add(slot);
        } else {
            bits.remove(slot);
        }
    }

    private VmMemory memory(KvmThread thread) {
        return thread.vm(vm).memory;
    }
}

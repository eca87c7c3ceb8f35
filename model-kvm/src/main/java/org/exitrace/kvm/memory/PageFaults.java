package org.exitrace.kvm.memory;

import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.design.KernelProfile;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.host.SevState;
import org.exitrace.kvm.host.VmMemory;
import org.exitrace.kvm.host.VmMemory.Mapping;
import org.exitrace.kvm.launch.SnpPages;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.RunExit;
import org.exitrace.psp.spec.GctxState;

/**
 * A page's type changes, and a fault maps it. The fault reads {@code mmu_invalidate_seq}, looks
 * what the page is, and maps it only if nobody has changed anything since.
 */
public final class PageFaults {

    private final Kernel kernel;
    private final int vm;
    private final int page;

    /** Of page {@code page} of VM {@code vm}. */
    public PageFaults(Kernel kernel, int vm, int page) {
        this.kernel = kernel;
        this.vm = vm;
        this.page = page;
    }

    /** KVM_SET_MEMORY_ATTRIBUTES, behind the VM's descriptor. */
    public Routine<KvmThread> setPrivate(boolean isPrivate, boolean unaligned) {
        Checks checks = attributeChecks(unaligned);
        return Routine.named("kvm_vm_ioctl_set_mem_attributes", "docs/kvm-host.md a.1", code -> {
            code.test("checks", checks::refuse, no -> { }, fine -> {
                Locking.lock(fine, LockClass.SLOTS_LOCK, thread -> thread.vm(vm).slotsLock);
                fine.step("invalidate: begin, unmap", thread -> {
                    memory(thread).invalidating.raise();
                    memory(thread).unmap(page);
                }).costs("kvm.access").step("store the attributes, invalidate: end", thread -> {
                    if (isPrivate) {
                        memory(thread).privatePages.add(page);
                    } else {
                        memory(thread).privatePages.remove(page);
                    }
                    memory(thread).bumpSequence();
                    memory(thread).invalidating.clear();
                }).costs("kvm.access");
                Locking.unlock(fine, LockClass.SLOTS_LOCK, thread -> thread.vm(vm).slotsLock);
            }).costs("kvm.access");
        });
    }

    /** What KVM_SET_MEMORY_ATTRIBUTES looks at. */
    public Checks attributeChecks(boolean unaligned) {
        return new Checks()
                .refuseGiven(!kernel.profile().isSince(KernelProfile.P_6_17), "unknown",
                        Errno.ENOTTY, "the kernel does not know the ioctl", thread -> true)
                .refuse("no-private", Errno.EINVAL, "the VM has no private memory",
                        thread -> !thread.vm(vm).type.get().hasPrivateMemory())
                .refuseGiven(unaligned, "range", Errno.EINVAL,
                        "the range is empty, wraps or is not one of pages", thread -> true);
    }

    /** A fault on the page, as KVM_PRE_FAULT_MEMORY brings it about on a vCPU. */
    public Routine<KvmThread> fault() {
        return Routine.named("kvm_mmu_faultin_pfn", "docs/kvm-host.md a.1", code -> {
            code.forever(again -> faultIn(again, this::look, mapped -> mapped.leave()));
            forget(code);
        });
    }

    /**
     * The guest reads the page, faults until it is mapped, and then writes a
     * port; or KVM_RUN ends with what user space must do first.
     */
    public Routine<KvmThread> access(boolean isPrivate) {
        return Routine.named("kvm_mmu_page_fault", "docs/kvm-host.md a.2", code -> {
            code.forever(again -> {
                again.test("mapped so?", thread -> isMapped(thread, isPrivate),
                        hit -> hit.leave()).costs("kvm.access");
                faultIn(again, thread -> lookFor(thread, isPrivate), mapped -> mapped.again());
            });
            forget(code);
            code.when(KvmThread::isFine, done -> done.local(thread ->
                    thread.result.become(RunExit.KVM_EXIT_IO.name())));
        });
    }

    private void faultIn(Block<KvmThread> code, Consumer<KvmThread> look,
            Consumer<Block<KvmThread>> mapped) {
        code.step("read mmu_invalidate_seq", thread -> thread.count.become(
                        memory(thread).sequence.get())).costs("kvm.access")
                .step("look what the page is", look).costs("kvm.access")
                .when(thread -> !thread.isFine(), failed -> failed.leave())
                .test("mmu_invalidate_retry? else map", this::mustRetry,
                        retry -> retry.again(), mapped)
                .costs("kvm.access");
    }

    private static void forget(Block<KvmThread> code) {
        code.local(thread -> {
            thread.count.clear();
            thread.seen.clear();
        });
    }

    /** Only an SNP guest says itself what a page is to it; of others KVM knows (from memory). */
    private boolean isPrivate(KvmThread thread, boolean byGuest) {
        return switch (thread.vm(vm).type.get()) {
            case SNP -> byGuest;
            case SW_PROTECTED -> memory(thread).privatePages.has(page);
            default -> false;
        };
    }

    private boolean isMapped(KvmThread thread, boolean byGuest) {
        return memory(thread).mapped.get(page).is(
                isPrivate(thread, byGuest) ? Mapping.PRIVATE : Mapping.SHARED);
    }

    private void lookFor(KvmThread thread, boolean byGuest) {
        VmMemory memory = memory(thread);
        boolean asPrivate = isPrivate(thread, byGuest);
        thread.seen.become(asPrivate);
        boolean there = asPrivate ? memory.bindings.has(page) : memory.slots.has(page);
        if (asPrivate != memory.privatePages.has(page) || asPrivate && !there) {
            thread.result.become(RunExit.KVM_EXIT_MEMORY_FAULT.name());
        } else if (!there) {
            thread.result.become(RunExit.KVM_EXIT_MMIO.name());
        }
    }

    private void look(KvmThread thread) {
        VmMemory memory = memory(thread);
        if (isLaunching(thread) && kernel.has(KernelChange.B_11)) {
            thread.fail(Errno.EOPNOTSUPP);
            return;
        }
        thread.seen.become(memory.privatePages.has(page));
        if (!memory.slots.has(page)
                || thread.seen.isSet() && !memory.fromGmem.has(page)) {
            thread.fail(Errno.EFAULT);
        } else if (thread.seen.isSet() && memory.gmemOpen.isClear()) {
            thread.fail(Errno.EFAULT);
        }
    }

    private boolean mustRetry(KvmThread thread) {
        VmMemory memory = memory(thread);
        boolean changed = memory.invalidating.isSet()
                || !memory.sequence.is(thread.count.get());
        if (changed && kernel.has(KernelChange.D_FAULT_RETRY)) {
            return true;
        }
        memory.mapped.get(page).become(thread.seen.isSet() ? Mapping.PRIVATE : Mapping.SHARED);
        if (thread.seen.isSet() && thread.vm(vm).sev.snpActive.isSet()) {
            prepare(thread);
        }
        return false;
    }

    /** Before the repair a folio's flag told whether its pages are the guest's already. */
    private void prepare(KvmThread thread) {
        boolean assigned = SnpPages.isAssigned(thread, memoryPage(thread));
        boolean flagged = !kernel.has(KernelChange.B_66);
        boolean skipped = flagged && memory(thread).prepared.has(page);
        if (flagged) {
            memory(thread).markPrepared(page);
        }
        if (skipped && !assigned) {
            thread.host.oops.unprepared.raise();
        } else if (!assigned) {
            SnpPages.makePrivate(thread, thread.vm(vm), memoryPage(thread), page, false);
            if (isLaunching(thread)) {
                thread.host.oops.earlyPrivate.raise();
            }
        }
    }

    private int memoryPage(KvmThread thread) {
        return SnpPages.memory(thread, thread.vm(vm), page);
    }

    /** The launch of an SNP guest has not ended: its state is not yet encrypted. */
    private boolean isLaunching(KvmThread thread) {
        SevState sev = thread.vm(vm).sev;
        return sev.snpActive.isSet() && (sev.snpContext.is(0) || !thread.host.firmware.contexts
                .get(sev.snpContext.get() - 1).state.is(GctxState.RUNNING));
    }

    private VmMemory memory(KvmThread thread) {
        return thread.vm(vm).memory;
    }
}

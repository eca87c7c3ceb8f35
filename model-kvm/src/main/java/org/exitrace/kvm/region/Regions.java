package org.exitrace.kvm.region;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.host.SevState;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;

/**
 * KVM_MEMORY_ENCRYPT_REG_REGION and UNREG_REGION. Region n has n + 1 pages. How much of the first
 * is under {@code kvm->lock} grew from kernel to kernel.
 */
public final class Regions {

    private static final String SOURCE = "docs/kvm-host.md d";

    private final Kernel kernel;
    private final int vm;
    private final int region;

    /** Region {@code region} of VM {@code vm}. */
    public Regions(Kernel kernel, int vm, int region) {
        this.kernel = kernel;
        this.vm = vm;
        this.region = region;
    }

    /** KVM_MEMORY_ENCRYPT_REG_REGION, behind the VM's descriptor. */
    public Routine<KvmThread> register(RegionRange range) {
        boolean checkInside = kernel.has(KernelChange.D_CHECK_INSIDE);
        boolean pinInside = kernel.has(KernelChange.D_PIN_INSIDE);
        Checks checks = registerChecks();
        Checks pinning = pinChecks(range);
        return Routine.named("sev_mem_enc_register_region", SOURCE, code -> {
            if (!checkInside) {
                code.test("checks", checks::refuse, Block::done).costs("kvm.access");
            }
            if (!pinInside) {
                pinOutside(code, pinning);
                return;
            }
            lock(code);
            code.given(!kernel.has(KernelChange.B_13), this::lock);
            Checks inside = checkInside ? both(checks, pinning) : pinning;
            code.test("pin", inside::refuse, no -> { },
                    fine -> fine.step("add it to the list", this::pinAndAdd)
                            .costs("kvm.access")).costs("kvm.access");
            unlock(code);
            code.given(!kernel.has(KernelChange.D_FLUSH_INSIDE), late -> late
                    .when(KvmThread::isFine, flush -> flush
                            .step("sev_clflush_pages", this::flush).costs("kvm.access")));
        });
    }

    private void pinOutside(Block<KvmThread> code, Checks pinning) {
        code.test("pin: read pages_locked", thread -> {
            thread.count.become(sev(thread).pagesLocked.get());
            return pinning.refuse(thread);
        }, no -> no.local(thread -> thread.count.clear()).done()).costs("kvm.access")
                .step("pin: write pages_locked, flush", thread -> {
                    sev(thread).pagesLocked.become(Math.min(thread.count.get() + region + 1,
                            sev(thread).pagesLocked.most()));
                    thread.count.clear();
                }).costs("kvm.access");
        lock(code);
        code.given(!kernel.has(KernelChange.B_13), this::lock);
        code.step("add it to the list", thread -> sev(thread).addRegion(region))
                .costs("kvm.access");
        unlock(code);
    }

    private static Checks both(Checks first, Checks second) {
        Checks both = new Checks();
        first.all().forEach(both::add);
        second.all().forEach(both::add);
        return both;
    }

    /** What it looks at before it pins. */
    public Checks registerChecks() {
        return new Checks()
                .refuse("not-sev", Errno.ENOTTY, "the VM is no SEV guest",
                        thread -> sev(thread).active.isClear())
                .refuse("mirror", Errno.EINVAL, "the VM is a mirror",
                        thread -> sev(thread).isMirror());
    }

    /** What it looks at when it pins. */
    public Checks pinChecks(RegionRange range) {
        boolean young = kernel.has(KernelChange.B_15);
        Checks first = new Checks()
                .refuseGiven(range == RegionRange.BEYOND, "beyond-long", Errno.EINVAL,
                        "the range does not fit into an unsigned long", thread -> true)
                .refuseGiven(range == RegionRange.TOO_LARGE, "too-large",
                        young ? Errno.EINVAL : Errno.ENOMEM,
                        "the system has less pages than that", thread -> warns(thread, young));
        return range.pinning(first)
                .refuse("bound", Errno.EMFILE, "the model keeps each region twice at most",
                        thread -> sev(thread).hasRegionTwice(region));
    }

    /** Before the repair the allocation of the array of pages warned. */
    private static boolean warns(KvmThread thread, boolean young) {
        if (!young) {
            thread.host.oops.warning.raise();
        }
        return true;
    }

    private void pinAndAdd(KvmThread thread) {
        sev(thread).pagesLocked.become(sev(thread).pagesLocked.get() + region + 1);
        sev(thread).addRegion(region);
    }

    /** The pages are found by the list's entry, which somebody may have freed. */
    private void flush(KvmThread thread) {
        if (!sev(thread).hasRegion(region)) {
            thread.host.oops.useAfterFree.raise();
        }
    }

    /** KVM_MEMORY_ENCRYPT_UNREG_REGION, behind the VM's descriptor. */
    public Routine<KvmThread> unregister() {
        Checks checks = unregisterChecks();
        return Routine.named("sev_mem_enc_unregister_region", SOURCE, code -> {
            code.test("a mirror?", thread -> sev(thread).isMirror(),
                    mirror -> mirror.local(thread -> thread.fail(Errno.EINVAL)).done())
                    .costs("kvm.access");
            lock(code);
            code.test("checks", checks::refuse, no -> { },
                    fine -> fine.step("write back, unpin", this::unpin).costs("cpu.wbinvd"))
                    .costs("kvm.access");
            unlock(code);
        });
    }

    /** What unregistering looks at under the lock. */
    public Checks unregisterChecks() {
        return new Checks()
                .refuse("not-sev", Errno.ENOTTY, "the VM is no SEV guest",
                        thread -> sev(thread).active.isClear())
                .refuse("no-match", Errno.EINVAL, "no region has that address and size",
                        thread -> !sev(thread).hasRegion(region));
    }

    private void unpin(KvmThread thread) {
        sev(thread).removeRegion(region);
        sev(thread).pagesLocked.become(
                Math.max(0, sev(thread).pagesLocked.get() - region - 1));
    }

    private void lock(Block<KvmThread> code) {
        Locking.lock(code, LockClass.KVM_LOCK, thread -> thread.vm(vm).lock);
    }

    private void unlock(Block<KvmThread> code) {
        Locking.unlock(code, LockClass.KVM_LOCK, thread -> thread.vm(vm).lock);
    }

    private SevState sev(KvmThread thread) {
        return thread.vm(vm).sev;
    }
}

package org.exitrace.kvm.apcreation;

import java.util.List;
import java.util.function.ToIntFunction;
import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.vmsa.VmsaPage;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.VmgexitChange;
import org.exitrace.kvm.rmp.GuestPages;
import org.exitrace.kvm.rmp.PageTaking;
import org.exitrace.kvm.spec.VcpuMode;

/**
 * A private page is taken from the guest: {@code kvm_mmu_invalidate_begin}, its memory becomes the
 * host's, {@code kvm_mmu_invalidate_end}. What happens under {@code mmu_lock} is one step.
 */
public final class Invalidation implements PageTaking {

    private static final String COST = "kvm.access";

    private final VmsaMemory memory;
    private final List<SnpVcpu> vcpus;
    private final List<VmsaPage> contents;
    private final GuestPages pages;
    private final boolean reloads;

    /** Of the {@code pages} of a guest with {@code vcpus}, under a host of {@code kernel}. */
    public Invalidation(Kernel kernel, VmsaMemory memory, List<SnpVcpu> vcpus,
            List<VmsaPage> contents, GuestPages pages) {
        this.memory = memory;
        this.vcpus = List.copyOf(vcpus);
        this.contents = List.copyOf(contents);
        this.pages = pages;
        this.reloads = kernel.has(VmgexitChange.D_VMSA_RELOAD);
    }

    @Override
    public boolean mayBegin() {
        return memory.inProgress.isClear();
    }

    /** Under mmu_lock for writing: nobody stores a vmsa_pa meanwhile. */
    @Override
    public void begin(int page) {
        memory.inProgress.raise();
        memory.page.become(page);
        for (SnpVcpu snp : vcpus) {
            if (reloads && snp.vmsa.current.is(page)) {
                snp.reload.raise();
                memory.users.add(snp.vcpu.number());
            }
        }
    }

    @Override
    public <T> void finish(Block<T> code, ToIntFunction<T> waiter) {
        if (reloads) {
            vcpus.forEach(snp -> kick(code, snp, waiter));
        }
        code.step("RMPUPDATE: the memory is free", thread -> free()).costs(COST)
                .step("kvm_mmu_invalidate_end", thread -> end()).costs(COST);
    }

    /** Waits, as requests to all virtual CPUs do, until the target is outside of the guest. */
    private <T> void kick(Block<T> code, SnpVcpu snp, ToIntFunction<T> waiter) {
        code.when(thread -> memory.users.has(snp.vcpu.number()), one -> one
                .test("kick vcpu" + snp.vcpu.number(),
                        thread -> isInside(snp, waiter.applyAsInt(thread)), inside -> inside
                        .await("vcpu" + snp.vcpu.number() + " is outside",
                                thread -> !snp.unanswered.has(waiter.applyAsInt(thread)))
                        .costs("kvm.kick")).costs("kvm.kick"));
    }

    private static boolean isInside(SnpVcpu snp, int waiter) {
        if (snp.vcpu.mode.is(VcpuMode.OUTSIDE_GUEST_MODE)) {
            return false;
        }
        snp.vcpu.kick();
        snp.unanswered.add(waiter);
        return true;
    }

    /** A page in use stays what it is, and is never used again: {@code snp_leak_pages}. */
    private void free() {
        VmsaPage page = contents.get(memory.page.get());
        if (pages.release(pages.page(page.number()))) {
            page.forget();
        } else {
            page.takenInUse.raise();
        }
    }

    private void end() {
        memory.inProgress.clear();
        memory.page.clear();
        memory.users.clear();
        vcpus.forEach(SnpVcpu::noteInvalidation);
    }
}

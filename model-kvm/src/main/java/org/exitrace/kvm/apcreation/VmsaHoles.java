package org.exitrace.kvm.apcreation;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.vmsa.VmsaPage;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.VmgexitChange;
import org.exitrace.kvm.spec.VcpuMode;

/**
 * User space takes the memory of VMSA pages away by fallocate(PUNCH_HOLE) on the guest_memfd. What
 * happens under {@code mmu_lock} is one step.
 */
public final class VmsaHoles {

    private static final String SOURCE = "virt/kvm/guest_memfd.c kvm_gmem_punch_hole";
    private static final String COST = "kvm.access";

    private final List<SnpVcpu> vcpus;
    private final List<VmsaPage> pages;
    private final boolean reloads;

    /** Holes in the memory of {@code pages}, of a host of {@code kernel}. */
    public VmsaHoles(Kernel kernel, List<SnpVcpu> vcpus, List<VmsaPage> pages) {
        this.vcpus = List.copyOf(vcpus);
        this.pages = List.copyOf(pages);
        this.reloads = kernel.has(VmgexitChange.D_VMSA_RELOAD);
    }

    /** The thread that does it, as often as the memory's budget lets it. */
    public Routine<VmsaMemory> punch() {
        return Routine.named("fallocate(PUNCH_HOLE)", SOURCE, code -> code.forever(loop -> {
            loop.either("which page", choices -> {
                for (VmsaPage page : pages) {
                    choices.when("page " + page.number() + ": kvm_mmu_invalidate_begin",
                            memory -> memory.holes.get() > 0 && page.backed.isSet(),
                            memory -> begin(memory, page));
                }
            }).mayRest();
            if (reloads) {
                vcpus.forEach(snp -> kick(loop, snp));
            }
            loop.step("the memory is free", this::free).costs(COST)
                    .step("kvm_mmu_invalidate_end", VmsaHoles::end).costs(COST);
        }));
    }

    /** Under mmu_lock for writing: nobody stores a vmsa_pa meanwhile. */
    private void begin(VmsaMemory memory, VmsaPage page) {
        memory.holes.decrement();
        memory.inProgress.raise();
        memory.page.become(page.number());
        for (SnpVcpu snp : vcpus) {
            if (reloads && snp.vmsa.current.is(page.number())) {
                snp.reload.raise();
                memory.users.add(snp.vcpu.number());
            }
        }
    }

    /** Waits, as requests to all virtual CPUs do, until the target is outside of the guest. */
    private void kick(Block<VmsaMemory> code, SnpVcpu snp) {
        code.when(memory -> memory.users.has(snp.vcpu.number()), one -> one
                .test("kick vcpu" + snp.vcpu.number(), memory -> isInside(snp), inside -> inside
                        .await("vcpu" + snp.vcpu.number() + " is outside",
                                memory -> !snp.unanswered.has(vcpus.size()))
                        .costs("kvm.kick")).costs("kvm.kick"));
    }

    private boolean isInside(SnpVcpu snp) {
        if (snp.vcpu.mode.is(VcpuMode.OUTSIDE_GUEST_MODE)) {
            return false;
        }
        snp.vcpu.kick();
        snp.unanswered.add(vcpus.size());
        return true;
    }

    private void free(VmsaMemory memory) {
        VmsaPage page = pages.get(memory.page.get());
        page.backed.clear();
        page.tagged.clear();
        page.made.clear();
        page.features.clear();
        for (SnpVcpu snp : vcpus) {
            if (snp.vmsa.current.is(page.number()) || snp.resolved.isSet()
                    && snp.pending.is(page.number())) {
                snp.stale.raise();
            }
        }
    }

    private static void end(VmsaMemory memory) {
        memory.inProgress.clear();
        memory.seq.increment();
        memory.page.clear();
        memory.users.clear();
    }
}

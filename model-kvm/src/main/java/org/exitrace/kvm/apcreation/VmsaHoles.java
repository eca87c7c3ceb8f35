package org.exitrace.kvm.apcreation;

import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.vmsa.VmsaPage;

/**
 * User space takes the memory of VMSA pages away by fallocate(PUNCH_HOLE) on the guest_memfd.
 */
public final class VmsaHoles {

    private static final String SOURCE = "virt/kvm/guest_memfd.c kvm_gmem_punch_hole";

    private final Invalidation invalidation;
    private final List<VmsaPage> pages;
    private final int waiter;

    /**
     * Holes in the memory of {@code pages}.
     *
     * @param waiter who waits until virtual CPUs are outside
     */
    public VmsaHoles(Invalidation invalidation, List<VmsaPage> pages, int waiter) {
        this.invalidation = invalidation;
        this.pages = List.copyOf(pages);
        this.waiter = waiter;
    }

    /** The thread that does it, as often as the memory's budget lets it. */
    public Routine<VmsaMemory> punch() {
        return Routine.named("fallocate(PUNCH_HOLE)", SOURCE, code -> code.forever(loop -> {
            loop.either("which page", choices -> {
                for (VmsaPage page : pages) {
                    choices.when("page " + page.number() + ": kvm_mmu_invalidate_begin",
                            memory -> memory.holes.get() > 0 && invalidation.mayBegin()
                                    && page.memory.isPrivate(page.number()),
                            memory -> {
                                memory.holes.decrement();
                                invalidation.begin(page.number());
                            });
                }
            }).mayRest();
            invalidation.finish(loop, memory -> waiter);
        }));
    }
}

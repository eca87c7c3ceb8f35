package org.exitrace.kvm.rmp;

import java.util.List;
import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.VmmAtMap;
import org.exitrace.kvm.vmgexit.PageStateWork;
import org.exitrace.kvm.vmgexit.SevEsState;

/**
 * KVM_HC_MAP_GPA_RANGE in user space: it sets the pages' attributes, and KVM gives each page to the
 * guest or takes it back. When a page becomes private KVM would wait for the guest to touch it;
 * here both are one step per page.
 */
public final class Conversions {

    private static final String SOURCE = "hypercalls.rst; gmem.c kvm_gmem_prepare_folio";
    private static final long EINVAL = 22;
    private static final long NONSENSE = 1;

    private final GuestPages memory;
    private final VmmAtMap vmm;
    private final List<PageStateWork> works;
    private final Optional<PageTaking> taking;

    /**
     * Conversions of {@code memory} by a VMM that does {@code vmm}; works by virtual CPU.
     *
     * @param taking how pages are taken, where some may be VMSAs
     */
    public Conversions(GuestPages memory, VmmAtMap vmm, List<PageStateWork> works,
            Optional<PageTaking> taking) {
        this.taking = taking;
        this.memory = memory;
        this.vmm = vmm;
        this.works = List.copyOf(works);
    }

    /** What the VMM does for KVM_EXIT_HYPERCALL; it leaves its answer in the data. */
    public Routine<SevEsState> answer() {
        return Routine.named("VMM", SOURCE, code -> {
            if (vmm == VmmAtMap.CONVERTS) {
                code.when(state -> !isMemory(work(state)), outside -> {
                    answer(outside, EINVAL);
                    outside.done();
                });
                convert(code);
                answer(code, 0);
            } else {
                answer(code, vmm == VmmAtMap.REFUSES ? EINVAL : NONSENSE);
            }
        });
    }

    private void convert(Block<SevEsState> code) {
        code.forever(each -> {
            each.when(state -> work(state).converted.is(work(state).count()), Block::leave);
            if (taking.isPresent()) {
                each.when(state -> work(state).toShared(), shared -> take(shared, taking.get()),
                        this::assign);
            } else {
                assign(each);
            }
        });
        code.local(state -> work(state).converted.clear());
    }

    /** Where virtual CPUs may run from a page, they are told before it is taken. */
    private void take(Block<SevEsState> code, PageTaking from) {
        code.await("kvm_mmu_invalidate_begin", state -> from.mayBegin(),
                state -> from.begin(gfn(work(state)))).costs("kvm.access");
        from.finish(code, state -> state.vcpu.number());
        code.local(state -> work(state).converted.increment());
    }

    private void assign(Block<SevEsState> code) {
        code.step("RMPUPDATE", state -> {
            PageStateWork work = work(state);
            convert(gfn(work), work.toShared());
            work.converted.increment();
        }).costs("cpu.rmp");
    }

    private static int gfn(PageStateWork work) {
        return (int) work.first() + work.converted.get();
    }

    /** A page that is the guest's already stays what it is: {@code sev_gmem_prepare}. */
    private void convert(int gfn, boolean toShared) {
        int page = memory.page(gfn);
        if (toShared) {
            memory.release(page);
        } else if (!memory.isAssigned(page, gfn)) {
            memory.assign(page, gfn);
        }
    }

    private boolean isMemory(PageStateWork work) {
        return work.first() + work.count() <= memory.pages();
    }

    private PageStateWork work(SevEsState state) {
        return works.get(state.vcpu.number());
    }

    private static void answer(Block<SevEsState> code, long answer) {
        code.step("hypercall.ret = " + answer, state -> state.data.become(answer))
                .costs("vmm.exit-to-user");
    }
}

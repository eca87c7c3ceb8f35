package org.exitrace.vtl.host.companion;

import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.call.CallSite;
import org.exitrace.vtl.call.PageSpan;
import org.exitrace.vtl.host.FlushedVcpu;
import org.exitrace.vtl.host.RemoteFlush;
import org.exitrace.vtl.host.companion.VcpuPages.Sequence;
import org.exitrace.vtl.state.PageRights;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlCosts;

/**
 * Attributes of pages in the kernel: user space sets them by an ioctl, which invalidates what was
 * made of the old ones first, and lets faults that have read them begin anew. Whether one device
 * for each VTL, one VM, or one table for all VTLs has them changes nothing here. Source:
 * docs/vtl.md d.1, d.2.
 */
final class Attributes extends Region {

    private final MutexCell lock = new MutexCell(cells(), "slots_lock");
    private final FlagCell inProgress = cells().flag("mmu_invalidate_in_progress");
    private final PageRights tables;
    private final List<VcpuThread> vcpus;
    private final RemoteFlush flush;

    /** Those of the VM that has {@code vcpus}. */
    Attributes(CellScope scope, VtlBounds bounds, List<VcpuThread> vcpus, RemoteFlush flush) {
        super(scope);
        tables = PageRights.none(scope.in("mmu"), "spte", bounds,
                vcpus.get(0).vtl().view().memory().roles());
        this.vcpus = vcpus;
        this.flush = flush;
    }

    PageRights tables() {
        return tables;
    }

    void locked(Block<VcpuThread> code, Consumer<Block<VcpuThread>> inside) {
        code.lock("SET_MEMORY_ATTRIBUTES: lock slots_lock", any -> lock).costs(VtlCosts.IOCTL);
        inside.accept(code);
        code.unlock("SET_MEMORY_ATTRIBUTES: unlock slots_lock", any -> lock)
                .costs(VtlCosts.ACCESS);
    }

    /** The order of {@code kvm_vm_set_mem_attributes}: {@code write} comes behind the flush. */
    void set(Block<VcpuThread> code, CallSite<VcpuThread> site, PageSpan span,
            Consumer<Block<VcpuThread>> write) {
        locked(code, inside -> {
            inside.step("mmu_invalidate_in_progress = 1", any -> inProgress.raise())
                    .costs(VtlCosts.ACCESS)
                    .step("zap the page tables", any -> zap(span)).costs(VtlCosts.ACCESS);
            flush.write(inside, site, span.above());
            write.accept(inside);
            inside.step("mmu_invalidate_seq + 1, mmu_invalidate_in_progress = 0", any -> ends())
                    .costs(VtlCosts.ACCESS);
            FlushedVcpu.judge(inside, site, vcpus, span.above());
        });
    }

    private void zap(PageSpan span) {
        for (int vtl = span.lowest(); vtl < span.above(); vtl++) {
            tables.zap(vtl, span.first(), span.count());
        }
    }

    private void ends() {
        inProgress.clear();
        for (VcpuThread vcpu : vcpus) {
            if (vcpu.pages().sequence.is(Sequence.CURRENT)) {
                vcpu.pages().sequence.become(Sequence.OLD);
            }
        }
    }

    /** {@code mmu_invalidate_retry}, under mmu_lock. */
    boolean isInvalidated(VcpuThread vcpu) {
        return inProgress.isSet() || vcpu.pages().sequence.is(Sequence.OLD);
    }
}

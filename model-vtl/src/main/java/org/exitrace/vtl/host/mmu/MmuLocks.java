package org.exitrace.vtl.host.mmu;

import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.call.PageSpan;

/** Of one {@code struct kvm}: its locks, and the pages whose invalidation is under way. */
final class MmuLocks extends Region {

    /** Around each change of attributes. */
    final MutexCell slots = new MutexCell(cells(), "slots_lock");
    /** Around the page tables. */
    final MutexCell mmu = new MutexCell(cells(), "mmu_lock");
    /** {@code mmu_invalidate_in_progress} and its range. */
    private final BitsCell invalidated;

    MmuLocks(CellScope scope, int pages) {
        super(scope);
        invalidated = cells().bits("mmu_invalidate_range", pages);
    }

    void begin(PageSpan span) {
        for (int page = span.first(); page < span.first() + span.count(); page++) {
            invalidated.add(page);
        }
    }

    void end() {
        invalidated.clear();
    }

    boolean isInvalidated(int page) {
        return invalidated.has(page);
    }
}

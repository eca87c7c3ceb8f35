package org.exitrace.vtl.host.slots;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.call.CallSite;
import org.exitrace.vtl.call.PageSpan;
import org.exitrace.vtl.design.FaultGuard;
import org.exitrace.vtl.host.RemoteFlush;
import org.exitrace.vtl.state.PageRights;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlCosts;

/**
 * The memory slots of each lower VTL's address space, and the table of masks from which user space
 * makes them. A slot cannot be narrowed: it is deleted, and another one created. That flags of a
 * slot can say all rights is our own reading; KVM's say read-only, and nothing of execution.
 */
final class MemorySlots extends Region {

    /** Of user space: around its table and the ioctls that follow from it. */
    final MutexCell table = new MutexCell(cells(), "table");
    private final MutexCell lock = new MutexCell(cells(), "slots_lock");
    /** By VTL and page: what its slot allows; nothing where there is no slot. */
    private final PageRights slots;
    private final PageRights tables;
    private final Vp first;
    private final List<SlotVcpu> vcpus;
    private final FaultGuard guard;
    private final RemoteFlush flush;

    MemorySlots(CellScope scope, VtlBounds bounds, List<SlotVcpu> vcpus, FaultGuard guard,
            RemoteFlush flush) {
        super(scope);
        first = vcpus.get(0).vp();
        this.vcpus = vcpus;
        this.guard = guard;
        this.flush = flush;
        tables = PageRights.none(scope.in("mmu"), "spte", bounds, roles());
        slots = PageRights.all(scope.in("slots"), "slot", bounds, roles());
    }

    private int roles() {
        return first.vtl(0).view().memory().roles();
    }

    /** What the slot of the page allows {@code vtl} that it wants to access. */
    long rights(Vtl vtl) {
        return vtl.view().in(slots, vtl.view().faultPage.get());
    }

    /** The page tables that follow from the slots. */
    PageRights tables() {
        return tables;
    }

    /** Two ioctls for each address space, under the lock of the table that has changed. */
    void replace(Block<SlotVcpu> code, CallSite<SlotVcpu> site, PageSpan span) {
        for (int i = span.lowest(); i < span.above(); i++) {
            int vtl = i;
            code.lock("KVM_SET_USER_MEMORY_REGION: lock slots_lock", any -> lock)
                    .costs(VtlCosts.IOCTL)
                    .step("delete the slot of vtl" + vtl, any -> change(vtl, span, false))
                    .costs(VtlCosts.ACCESS);
            synchronize(code);
            code.step("zap the page tables of vtl" + vtl,
                    any -> tables.zap(vtl, span.first(), span.count())).costs(VtlCosts.ACCESS);
            flush.write(code, site, vtl + 1);
            code.unlock("unlock slots_lock", any -> lock)
                    .lock("KVM_SET_USER_MEMORY_REGION: lock slots_lock again", any -> lock)
                    .costs(VtlCosts.IOCTL)
                    .step("create the slot of vtl" + vtl, any -> change(vtl, span, true))
                    .costs(VtlCosts.ACCESS);
            synchronize(code);
            code.unlock("unlock slots_lock again", any -> lock);
        }
    }

    private void change(int vtl, PageSpan span, boolean exists) {
        for (int page = span.first(); page < span.first() + span.count(); page++) {
            if (exists) {
                first.vtl(vtl).view().follows(slots, page);
            } else {
                slots.zap(vtl, page, 1);
            }
        }
    }

    private void synchronize(Block<SlotVcpu> code) {
        if (guard == FaultGuard.COVERED) {
            for (SlotVcpu vcpu : vcpus) {
                code.await("synchronize_srcu: " + vcpu.name() + " reads no slots",
                        any -> vcpu.fault().reads.isClear());
            }
        }
    }
}

package org.exitrace.vtl.host.companion;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.host.FlushRequest;
import org.exitrace.vtl.host.PageFault;
import org.exitrace.vtl.state.Intercept;
import org.exitrace.vtl.state.VtlBounds;

/** What a vCPU needs where its guest has pages. */
final class VcpuPages extends Region {

    /** What a fault knows of {@code mmu_invalidate_seq}. */
    enum Sequence { NOT_READ, CURRENT, OLD }

    final FlushRequest flush;
    final PageFault fault;
    /** The number that its fault has read, as compared with the one of now. */
    final EnumCell<Sequence> sequence = cells().choice("mmu_seq", Sequence.class);
    /** Of the higher VTL: it shall be told of an intercept before it enters its guest. */
    final FlagCell asked = cells().flag("inject_request");
    /** Of the higher VTL: {@code intercept_info}. */
    final Intercept info;

    VcpuPages(CellScope scope, VtlBounds bounds) {
        super(scope);
        flush = new FlushRequest(scope.in("flush"));
        fault = new PageFault(scope.in("fault"));
        info = Intercept.of(scope.in("intercept_info"), bounds);
    }

    /** Whether something is to be done before it enters its guest. */
    boolean isAsked() {
        return flush.asked.isSet() || asked.isSet();
    }

    /** The fault is over. */
    void forgets() {
        fault.forgets();
        sequence.clear();
    }
}

package org.exitrace.kvm.tracepoint;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** What of a vCPU decides which tracepoint can be next. */
final class LoopCells extends Region {

    /** Where its thread is. */
    final EnumCell<VcpuPlace> place = cells().choice("place", VcpuPlace.class);
    /** Where it goes on behind a return or a KVM_RUN; USER for nowhere in particular. */
    final EnumCell<VcpuPlace> parked = cells().choice("parked", VcpuPlace.class);
    /** An interrupt was accepted and not injected. */
    final FlagCell pending = cells().flag("pending");
    /** INIT or SIPI was accepted. */
    final FlagCell start = cells().flag("start");
    /** The GHCB page is mapped: a request by it is open. */
    final FlagCell ghcb = cells().flag("ghcb");
    /** An interrupt was injected for the next entry. */
    final FlagCell injected = cells().flag("injected");
    /** An instruction was emulated since the exit. */
    final FlagCell emulated = cells().flag("emulated");
    /** The exit was that of a nested guest. */
    final FlagCell nested = cells().flag("nested");

    LoopCells(CellScope scope) {
        super(scope);
    }

    boolean hasEvent() {
        return pending.isSet() || start.isSet();
    }
}

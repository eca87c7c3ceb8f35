package org.exitrace.ghcb.svsm;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** A calling area: private memory of the guest, which the host cannot write. */
final class CallingArea extends Region {

    /** The call-pending byte, which guest and SVSM write. */
    final FlagCell pending = cells().flag("call_pending");

    CallingArea(CellScope scope) {
        super(scope);
    }
}

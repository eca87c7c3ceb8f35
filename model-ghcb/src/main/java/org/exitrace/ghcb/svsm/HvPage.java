package org.exitrace.ghcb.svsm;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** The #HV doorbell page of VMPL 0: shared memory by which the host tells of events. */
final class HvPage extends Region {

    /** An event waits; written by the host, taken by the SVSM. */
    final FlagCell event = cells().flag("event");
    /** Until the SVSM clears this the host injects no further #HV. */
    final FlagCell noFurtherSignal = cells().flag("no_further_signal");

    HvPage(CellScope scope) {
        super(scope);
    }

    /** Whether the SVSM has something to do. */
    boolean tells() {
        return event.isSet() || noFurtherSignal.isSet();
    }
}

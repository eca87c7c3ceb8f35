package org.exitrace.vtl.host.aware;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** How others let a vCPU drop its translations. */
final class FlushRequest extends Region {

    /** KVM_REQ_TLB_FLUSH. */
    final FlagCell asked = cells().flag("request");
    /** An interrupt was sent that has not sent the vCPU out of the guest yet. */
    final FlagCell arriving = cells().flag("interrupt");

    FlushRequest(CellScope scope) {
        super(scope);
    }
}

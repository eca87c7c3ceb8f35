package org.exitrace.vtl.host;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** How others let a vCPU drop its translations. */
public final class FlushRequest extends Region {

    /** KVM_REQ_TLB_FLUSH. */
    public final FlagCell asked = cells().flag("request");
    /** An interrupt was sent that has not sent the vCPU out of the guest yet. */
    public final FlagCell arriving = cells().flag("interrupt");

    /** Nobody asks. */
    public FlushRequest(CellScope scope) {
        super(scope);
    }
}

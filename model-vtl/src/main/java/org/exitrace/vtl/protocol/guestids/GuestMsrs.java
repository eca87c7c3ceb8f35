package org.exitrace.vtl.protocol.guestids;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** The two MSRs by which a guest begins to use Hyper-V's interface. */
final class GuestMsrs extends Region {

    /** GUEST_OS_ID: 0 for nobody, else whose VTL's kernel. */
    final CountCell guestOsId;
    /** HYPERCALL: the page is there. */
    final FlagCell hypercallPage = cells().flag("HYPERCALL enabled");

    GuestMsrs(CellScope scope, int levels) {
        super(scope);
        guestOsId = cells().count("GUEST_OS_ID", levels);
    }

    /** An id of 0 takes the hypercall page away. */
    void name(int id) {
        guestOsId.become(id);
        if (id == 0) {
            hypercallPage.clear();
        }
    }
}

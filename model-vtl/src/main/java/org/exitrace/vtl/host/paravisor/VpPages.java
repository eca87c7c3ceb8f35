package org.exitrace.vtl.host.paravisor;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.host.FlushRequest;

/** What the thread of a virtual processor needs where its guest has pages. */
final class VpPages extends Region {

    /** It is within a read section of the guest's memory: masks that it has seen may not change. */
    final FlagCell reads = cells().flag("rcu");
    final FlushRequest flush;

    VpPages(CellScope scope) {
        super(scope);
        flush = new FlushRequest(scope.in("flush"));
    }
}

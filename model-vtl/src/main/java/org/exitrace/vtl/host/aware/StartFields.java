package org.exitrace.vtl.host.aware;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;

/** A start that another vCPU asks of this one: a flag, fields and a request of it. */
final class StartFields extends Region {

    /** The fields hold a start. */
    final FlagCell flag = cells().flag("start");
    /** In which VTL. */
    final IndexCell vtl;
    /** The vCPU's thread shall look. */
    final FlagCell request = cells().flag("request");
    /** It was kicked where it slept. */
    final FlagCell kicked = cells().flag("kicked");

    StartFields(CellScope scope, int vtls) {
        super(scope);
        vtl = cells().index("target_vtl", vtls);
    }
}

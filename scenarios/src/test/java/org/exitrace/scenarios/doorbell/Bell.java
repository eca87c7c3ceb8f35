package org.exitrace.scenarios.doorbell;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

final class Bell extends Region {

    final FlagCell rung = cells().flag("rung");

    Bell(CellScope scope) {
        super(scope);
    }
}

package org.exitrace.scenarios.doorbell;

import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

final class Sleeper extends Region {

    final FlagCell asleep = cells().flag("asleep");
    final FlagCell awake = cells().flag("awake");
    final ProgramCounter at = new ProgramCounter(cells(), "at");
    final Bell bell;

    Sleeper(CellScope scope, Bell bell) {
        super(scope);
        this.bell = bell;
    }
}

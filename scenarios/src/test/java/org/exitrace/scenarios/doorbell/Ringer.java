package org.exitrace.scenarios.doorbell;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.script.ResultCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;

final class Ringer extends Region {

    final Bell bell;
    final ResultCell result = new ResultCell(
            cells(), "result", List.of("0", "EIO", "bell SILENT", "bell RUNG"));
    final List<Sleeper> sleepers = new ArrayList<>();
    private ProgramCounter at;

    Ringer(CellScope scope, Bell bell) {
        super(scope);
        this.bell = bell;
    }

    /** Declared only where no script brings its own. */
    ProgramCounter at() {
        if (at == null) {
            at = new ProgramCounter(cells(), "at");
        }
        return at;
    }

    void shake() {
        sleepers.forEach(sleeper -> sleeper.asleep.clear());
    }
}

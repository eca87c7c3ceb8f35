package org.exitrace.engine.script;

import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;

/** Where a script stands, and which of its calls gave a wrong result. */
final class ScriptCells extends Region {

    final ProgramCounter at = new ProgramCounter(cells(), "at");
    /** Number of the call from 1; 0 while all results were right. */
    final CountCell mismatch;

    ScriptCells(CellScope scope, int calls) {
        super(scope);
        mismatch = ghost().count("mismatch", calls);
    }
}

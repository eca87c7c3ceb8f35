package org.exitrace.engine.script;

import java.util.List;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;

/** Where a script stands, how far it got, and which of its calls gave which wrong result. */
final class ScriptCells extends Region {

    static final String MISMATCH = "mismatch";
    static final String GAVE = "gave";
    static final String CALL = "call";

    final ProgramCounter at = new ProgramCounter(cells(), "at");
    /** Number of the call from 1; 0 while all results were right. */
    final CountCell mismatch;
    /** What that call gave. */
    final ResultCell gave;
    /** Number of the call that is being made; 0 before the first, one more behind the last. */
    final CountCell call;

    ScriptCells(CellScope scope, Script<?> script) {
        super(scope);
        mismatch = ghost().count(MISMATCH, script.calls().size());
        List<String> words = script.calls().stream()
                .flatMap(call -> call.operation().results().stream()).distinct().toList();
        gave = new ResultCell(ghost(), GAVE, words);
        call = ghost().count(CALL, script.calls().size() + 1);
    }

    static String regionOf(String actor) {
        return "script[" + actor + "]";
    }

    void wrong(int number, String result) {
        mismatch.become(number);
        if (!result.equals(ResultCell.NONE)) {
            gave.become(result);
        }
    }
}

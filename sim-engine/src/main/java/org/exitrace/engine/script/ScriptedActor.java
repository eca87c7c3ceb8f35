package org.exitrace.engine.script;

import java.util.Optional;
import org.exitrace.engine.routine.Program;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.step.Actor;

/**
 * An actor that runs a script in one model.
 *
 * @param <R> the region that the operations speak of
 */
public final class ScriptedActor<R> {

    private final Actor actor;
    private final Script<R> script;
    private final ScriptCells cells;
    private Program<R> program;

    ScriptedActor(Actor actor, Script<R> script, ScriptCells cells) {
        this.actor = actor;
        this.script = script;
        this.cells = cells;
    }

    void runs(Program<R> linked) {
        program = linked;
    }

    /** The program, so that gates can be set. */
    public Program<R> program() {
        return program;
    }

    /** Where the program stands; idle once the script has ended. */
    public ProgramCounter counter() {
        return cells.at;
    }

    /** The call that gave a wrong result in the state that is loaded; empty while none did. */
    public Optional<Call<R>> wrongCall() {
        int number = cells.mismatch.get();
        return number == 0 ? Optional.empty() : Optional.of(script.calls().get(number - 1));
    }

    /** Which call gave what instead of what, in the state that is loaded; empty while none did. */
    public Optional<String> explain() {
        return script.explain(actor.name(), cells.mismatch.get(), cells.gave.get());
    }
}

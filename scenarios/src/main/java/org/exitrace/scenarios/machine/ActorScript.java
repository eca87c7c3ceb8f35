package org.exitrace.scenarios.machine;

import java.util.List;
import java.util.function.Predicate;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Script;

/**
 * What one actor of a machine is told to do.
 *
 * @param actor the actor's name
 * @param role the role whose operations the script calls
 * @param script the calls
 * @param <R> the region that the operations speak of
 */
public record ActorScript<R>(String actor, ScriptedRole<R> role, Script<R> script) {

    /** The same without the call at {@code position}, from 0; for the shrinker. */
    public ActorScript<R> without(int position) {
        Call<R> dropped = script.calls().get(position);
        Predicate<Call<R>> others = call -> call != dropped;
        List<Call<R>> left = script.calls().stream().filter(others).toList();
        return new ActorScript<>(actor, role, new Script<>(left));
    }
}

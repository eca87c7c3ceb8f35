package org.exitrace.scenarios.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Script;
import org.exitrace.engine.state.StateLayout;

/**
 * One machine of a kind: its parameters, and what its scripted actors do.
 *
 * @param parameters one value for each parameter of the kind
 * @param scripts of the actors that are scripted, in the order of the file
 */
public record MachineSpec(Arguments parameters, List<ActorScript<?>> scripts) {

    /** Copies the list. */
    public MachineSpec {
        scripts = List.copyOf(scripts);
    }

    /** A machine in which each actor does what the model says. */
    public static MachineSpec unscripted(Arguments parameters) {
        return new MachineSpec(parameters, List.of());
    }

    /** The usual machine of {@code kind}. */
    public static MachineSpec usual(MachineKind kind) {
        return unscripted(Arguments.usual(kind.parameters()));
    }

    /** The value of the numeric parameter {@code name}. */
    public int number(String name) {
        return parameters.number(name);
    }

    /** The value of the parameter {@code name} as it is written. */
    public String word(String name) {
        return parameters.word(name);
    }

    /** Whether the flag {@code name} is true. */
    public boolean flag(String name) {
        return parameters.flag(name);
    }

    /**
     * The script of {@code actor}, where it has one in this {@code role}. Roles of one name speak
     * of one kind of region, however many operations the machine's size allows them.
     */
    @SuppressWarnings("unchecked") // Roles of one name are those of one kind, whose R is the same.
    public <R> Optional<Script<R>> script(String actor, ScriptedRole<R> role) {
        return scripts.stream()
                .filter(script -> script.actor().equals(actor)
                        && script.role().name().equals(role.name()))
                .map(script -> (Script<R>) script.script()).findFirst();
    }

    /** Which calls of scripts gave what instead of what, in a state of a machine like this. */
    public List<String> wrongCalls(StateLayout layout, long[] state) {
        List<String> wrong = new ArrayList<>();
        for (ActorScript<?> script : scripts) {
            script.script().explain(script.actor(), layout, state).ifPresent(wrong::add);
        }
        return wrong;
    }

    /**
     * In which calls scripts stand before their last expected result, in such a state.
     *
     * @param fate what became of those calls, such as {@code never returns}
     */
    public List<String> openCalls(StateLayout layout, long[] state, String fate) {
        List<String> open = new ArrayList<>();
        for (ActorScript<?> script : scripts) {
            script.script().openCall(script.actor(), layout, state, fate).ifPresent(open::add);
        }
        return open;
    }

    /** The same machine with another value of one parameter; the caller knows that it fits. */
    public MachineSpec with(String parameter, Object value) {
        return new MachineSpec(parameters.with(parameter, value), scripts);
    }

    /** The same machine without what {@code actor} was told to do. */
    public MachineSpec withoutScript(String actor) {
        List<ActorScript<?>> left = new ArrayList<>(scripts);
        left.removeIf(script -> script.actor().equals(actor));
        return new MachineSpec(parameters, left);
    }
}

package org.exitrace.scenarios.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.scenarios.tracepoint.EventTable;

/**
 * A kind of machine that scenario files can name: how many of what it has is told by parameters,
 * how it behaves by the switches of its design.
 *
 * <p>All lists are in a fixed order, and the same at each call.
 */
public interface MachineKind {

    /** As scenario files write it: lower case, words joined by hyphens. */
    String name();

    /** What such a machine models, in one sentence. */
    String meaning();

    /** What may be chosen when a machine is put together; each has a usual value. */
    List<Parameter> parameters();

    /**
     * The parameter that tells how many misbehaviours the hostile party of such a machine can
     * afford; empty for a kind without one.
     */
    default Optional<String> budget() {
        return Optional.empty();
    }

    /** The questions that designs of a machine with {@code parameters} answer. */
    List<Switch<?>> switches(Arguments parameters);

    /** Cost and delay keys that its steps name; a timing profile must have each of them. */
    List<String> timingKeys();

    /** The roles whose actors can be scripted, with the operations of each. */
    default List<ScriptedRole<?>> roles() {
        return List.of();
    }

    /** The actors of such a machine that can be scripted, by name, each with its role. */
    default Map<String, ScriptedRole<?>> scriptableActors(Arguments parameters) {
        return Map.of();
    }

    /**
     * Why a machine with {@code parameters} lacks a switch, an actor or an operation that others of
     * its kind have, in one sentence that names the bound; empty where none has it.
     */
    default Optional<String> whyMissing(String name, Arguments parameters) {
        return Optional.empty();
    }

    /**
     * Why parameters that are each in range do not fit together or to the scripts, in one sentence
     * that names the remedy; empty when a machine can be built.
     */
    default Optional<String> refuses(MachineSpec spec) {
        return Optional.empty();
    }

    /** The line of the call that such a machine is refused for; empty where it is none's fault. */
    default OptionalInt refusedLine(MachineSpec spec) {
        return OptionalInt.empty();
    }

    /**
     * Why a machine, whose parameters fit together, does not fit to the values of the switches, in
     * one sentence that names the remedy; empty when it can be built.
     */
    default Optional<String> refuses(MachineSpec spec, Design design) {
        return Optional.empty();
    }

    /**
     * The cell that tells best what an actor is about, by the actor's name: its value stands in
     * the actor's lane in reports. Actors without one are left out.
     */
    default Map<String, String> laneCells(MachineSpec spec) {
        return Map.of();
    }

    /**
     * What its steps in a design say to KVM's tracepoints; empty where they are no vCPU's, or
     * nobody has said.
     */
    default Optional<EventTable> tracepoints(Design design) {
        return Optional.empty();
    }

    /** A machine of its own frame, in its first state. */
    Model build(MachineSpec spec, Design design);

    /** All smaller machines that are worth a try, the smallest first; the shrinker tries them. */
    default List<MachineSpec> smallerMachines(MachineSpec spec) {
        return List.of();
    }
}

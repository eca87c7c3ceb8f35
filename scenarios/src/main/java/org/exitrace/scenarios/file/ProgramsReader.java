package org.exitrace.scenarios.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Script;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.Reading;
import org.exitrace.scenarios.machine.ActorScript;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.ScriptedRole;

/** Reads what scripted actors do. */
final class ProgramsReader {

    private static final List<String> OWN_KEYS = List.of("op", "expect");

    private final Problems problems;
    private final MachineKind kind;
    private final Arguments parameters;

    /** Reads scripts of a machine of that kind with {@code parameters}. */
    ProgramsReader(Problems problems, MachineKind kind, Arguments parameters) {
        this.problems = problems;
        this.kind = kind;
        this.parameters = parameters;
    }

    /** The scripts; wrong ones are told and left out. */
    List<ActorScript<?>> read(Node.Mapping programs) {
        Map<String, ScriptedRole<?>> actors = kind.scriptableActors(parameters);
        List<ActorScript<?>> scripts = new ArrayList<>();
        programs.entries().forEach((actor, entry) -> {
            ScriptedRole<?> role = actors.get(actor);
            if (role == null) {
                problems.add(entry.keyPlace(), kind.whyMissing(actor, parameters)
                        .orElseGet(() -> "this machine has no actor '" + actor
                                + "' that can be scripted; "
                                + DidYouMean.remedy(actor, actors.keySet())));
            } else {
                scripts.add(script(actor, role, Reading.items(entry.value())));
            }
        });
        return scripts;
    }

    private <R> ActorScript<R> script(String actor, ScriptedRole<R> role, List<Node> items) {
        List<Call<R>> calls = new ArrayList<>();
        for (Node item : items) {
            call(role, Reading.mapping(item)).ifPresent(calls::add);
        }
        return new ActorScript<>(actor, role, new Script<>(calls));
    }

    private <R> Optional<Call<R>> call(ScriptedRole<R> role, Node.Mapping item) {
        Node written = item.get("op");
        String name = Reading.text(written);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Operation<R>> operation = role.operation(name);
        if (operation.isEmpty()) {
            problems.add(written.place(), kind.whyMissing(name, parameters)
                    .orElseGet(() -> "'" + role.name() + "' has no operation '" + name + "'; "
                            + DidYouMean.remedy(name, names(role))));
            return Optional.empty();
        }
        Operation<R> known = operation.get();
        ExpectedResults results = new ExpectedResults(known, problems);
        List<String> expected = results.read(item.get("expect"));
        return new ArgumentsReader(
                known.parameters(), "operation '" + name + "'", "argument")
                .read(Reading.values(item, OWN_KEYS), item, problems)
                .map(arguments -> new Call<>(known, arguments,
                        results.with(arguments, expected, item.get("expect")),
                        item.place().line()));
    }

    private static <R> List<String> names(ScriptedRole<R> role) {
        return role.operations().stream().map(operation -> operation.name()).toList();
    }
}

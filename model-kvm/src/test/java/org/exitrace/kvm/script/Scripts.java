package org.exitrace.kvm.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Script;
import org.exitrace.ghcb.script.GuestOperations;
import org.exitrace.ghcb.script.ScriptedGuest;

/** Scripts as lines such as {@code KVM_SET_MP_STATE state=HALTED gives OK}. */
final class Scripts {

    private Scripts() {
    }

    static Script<ScriptedGuest> guest(String... lines) {
        return of(GuestOperations.all(1), lines);
    }

    static Script<ScriptedThread> thread(String... lines) {
        return of(ThreadOperations.declared(), lines);
    }

    private static <R> Script<R> of(List<Operation<R>> operations, String... lines) {
        List<Call<R>> calls = new ArrayList<>();
        for (String line : lines) {
            calls.add(call(operations, line, calls.size() + 1));
        }
        return new Script<>(calls);
    }

    private static <R> Call<R> call(List<Operation<R>> operations, String line, int number) {
        String[] halves = line.split(" gives ");
        String[] words = halves[0].split(" ");
        Operation<R> operation = operations.stream()
                .filter(one -> one.name().equals(words[0])).findFirst().orElseThrow();
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            given.put(words[i].split("=")[0], words[i].split("=")[1]);
        }
        return new Call<>(operation, Arguments.of(operation.parameters(), given),
                halves.length == 1 ? List.of() : List.of(halves[1].split("\\|")), number);
    }
}

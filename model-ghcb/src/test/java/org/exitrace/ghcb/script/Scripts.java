package org.exitrace.ghcb.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Script;

/** Scripts as lines such as {@code ap-reset-hold form=nae gives RELEASED|WOKEN}. */
final class Scripts {

    private Scripts() {
    }

    static Script<ScriptedGuest> of(int highestCpu, String... lines) {
        List<Call<ScriptedGuest>> calls = new ArrayList<>();
        for (String line : lines) {
            calls.add(call(GuestOperations.all(highestCpu), line, calls.size() + 1));
        }
        return new Script<>(calls);
    }

    private static Call<ScriptedGuest> call(
            List<Operation<ScriptedGuest>> operations, String line, int number) {
        String[] halves = line.split(" gives ");
        String[] words = halves[0].split(" ");
        Operation<ScriptedGuest> operation = operations.stream()
                .filter(one -> one.name().equals(words[0])).findFirst().orElseThrow();
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            given.put(words[i].split("=")[0], words[i].split("=")[1]);
        }
        return new Call<>(operation, Arguments.of(operation.parameters(), given),
                halves.length == 1 ? List.of() : List.of(halves[1].split("\\|")), number);
    }
}

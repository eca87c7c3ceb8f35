package org.exitrace.engine.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A script as lines of text, for tests: {@code KVM_SET_MP_STATE state=HALTED gives OK|EINVAL}. A
 * line is an operation, its arguments, and the results of which any is right; these may be left
 * out.
 */
public final class ScriptLines {

    private static final String FORM = "a line is 'operation parameter=value gives RESULT|RESULT'";

    private ScriptLines() {
    }

    /**
     * The script of {@code lines}.
     *
     * @throws IllegalArgumentException where a line has another form, or no such operation,
     *     argument or result exists
     */
    public static <R> Script<R> script(List<Operation<R>> operations, String... lines) {
        List<Call<R>> calls = new ArrayList<>();
        for (String line : lines) {
            calls.add(call(operations, line, calls.size() + 1));
        }
        return new Script<>(calls);
    }

    private static <R> Call<R> call(List<Operation<R>> operations, String line, int number) {
        String[] halves = line.split(" gives ", 2);
        String[] words = halves[0].split(" ");
        Operation<R> operation = operations.stream()
                .filter(one -> one.name().equals(words[0])).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + line + "': there is no"
                        + " operation '" + words[0] + "'; there is " + String.join(", ",
                        operations.stream().map(Operation::name).toList())));
        Map<String, String> given = new LinkedHashMap<>();
        for (String word : List.of(words).subList(1, words.length)) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(
                        "'" + line + "': '" + word + "' is no argument; " + FORM);
            }
            given.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return new Call<>(operation, Arguments.of(operation.parameters(), given),
                halves.length == 1 ? List.of() : List.of(halves[1].split("\\|")), number);
    }
}

package org.exitrace.psp.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Operation;

/**
 * Reads one operation with its arguments, {@code ACTIVATE asid=1}. Where something other than
 * success is wanted of it, that follows: {@code DF_FLUSH -> WBINVD_REQUIRED}.
 *
 * @param <R> the region that the operations speak of
 */
public final class WrittenCall<R> {
    private static final String GIVES = "->";
    private final List<Operation<R>> operations;

    /** Reads calls of these. */
    public WrittenCall(List<Operation<R>> operations) {
        this.operations = operations;
    }

    /** A call of which any result is right. */
    public Call<R> any(String text, TableLine at) {
        return call(text, List.of(), at);
    }

    /** A call that must succeed: of what an operation can give, success is the first. */
    public Call<R> succeeding(String text, TableLine at) {
        int arrow = text.indexOf(GIVES);
        String asked = arrow < 0 ? text : text.substring(0, arrow).strip();
        List<String> results = operation(asked.split(" ")[0], at).results();
        return call(asked, arrow >= 0 ? List.of(text.substring(arrow + GIVES.length()).strip())
                : results.stream().limit(1).toList(), at);
    }

    private Call<R> call(String text, List<String> expected, TableLine at) {
        String[] words = text.split(" +");
        Operation<R> operation = operation(words[0], at);
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            if (pair.length < 2 || given.put(pair[0], pair[1]) != null) {
                throw at.wrong("'" + words[i] + "' of '" + text + "': write name=value, each"
                        + " name once");
            }
        }
        try {
            return new Call<>(operation, Arguments.of(operation.parameters(), given), expected,
                    at.line());
        } catch (IllegalArgumentException wrong) {
            throw at.wrong(operation.name() + ": " + wrong.getMessage());
        }
    }

    private Operation<R> operation(String name, TableLine at) {
        return operations.stream().filter(known -> known.name().equals(name)).findFirst()
                .orElseThrow(() -> at.wrong("there is no operation '" + name + "'; there is "
                        + String.join(", ", operations.stream().map(Operation::name).toList())));
    }
}

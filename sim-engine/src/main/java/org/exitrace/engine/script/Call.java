package org.exitrace.engine.script;

import java.util.List;

/**
 * One line of a script.
 *
 * @param operation what is done
 * @param arguments with what
 * @param expected the results of which any is right; empty when every result is
 * @param line where the call is written, from 1; 0 where it stands in no file
 * @param <R> the region that the operation speaks of
 */
public record Call<R>(
        Operation<R> operation, Arguments arguments, List<String> expected, int line) {

    /** Refuses to expect what the operation cannot give. */
    public Call {
        expected = List.copyOf(expected);
        for (String word : expected) {
            List<String> possible = operation.results(arguments);
            if (!possible.contains(word)) {
                throw new IllegalArgumentException(operation.name() + " never gives '" + word
                        + "'; it gives " + (possible.isEmpty() ? "nothing"
                        : "one of " + String.join(", ", possible)));
            }
        }
    }

    /** The same call of another machine's operation. */
    Call<R> on(Operation<R> own) {
        return new Call<>(own, arguments, expected, line);
    }

    /** Whether {@code result} is right. */
    public boolean accepts(String result) {
        return expected.isEmpty() || expected.contains(result);
    }

    /** As one reads it: {@code KVM_SET_MP_STATE(vcpu=1, state=HALTED)}. */
    @Override
    public String toString() {
        return operation.name() + "(" + arguments + ")";
    }
}

package org.exitrace.vtl.conformance;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.ListOutcome;

/**
 * What a call was answered, as tables write it.
 *
 * @param text all that may be answered, with a bar between, and what is behind it
 * @param violated the checks that found something
 */
record RowAnswer(String text, List<String> violated) {

    private static final String SUCCESS = "SUCCESS";

    /** Of a call that succeeds with {@code success}. */
    static RowAnswer of(Decision<?> decision, String success) {
        return new RowAnswer(decision.isRefused()
                ? decision.answers().stream().map(Object::toString)
                        .collect(Collectors.joining("|")) : success, decision.violated());
    }

    /** Of a call that gives nothing but a status. */
    static RowAnswer of(Decision<?> decision) {
        return of(decision, SUCCESS);
    }

    /** Of a list, how far it came. */
    static RowAnswer of(ListOutcome outcome) {
        return of(outcome.decision()).and("done", outcome.done());
    }

    /** The same, with something that is so behind the call. */
    RowAnswer and(String name, long value) {
        return new RowAnswer(text + " " + name + "="
                + (name.equals("done") ? Long.toString(value)
                        : "0x" + Long.toHexString(value).toLowerCase(Locale.ROOT)), violated);
    }
}

package org.exitrace.traces.body;

import java.util.List;

/**
 * A named value in the text of a tracepoint.
 *
 * @param name unique in its form
 * @param kind what it holds
 * @param width of a hexadecimal number: the digits it is filled up to; else 0
 * @param choices of a choice: all that it can be; else empty
 * @param within the part that may be missing and that this field stands in; empty where in none
 * @param slot its place among the numbers or the words of a body
 */
public record Field(
        String name, FieldKind kind, int width, List<String> choices, String within, int slot) {

    /** Copies the list. */
    public Field {
        choices = List.copyOf(choices);
    }
}

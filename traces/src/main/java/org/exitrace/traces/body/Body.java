package org.exitrace.traces.body;

import java.util.Arrays;

/** What one event says, in one form of its tracepoint. Immutable. */
public final class Body {

    private final Form form;
    private final long[] numbers;
    private final String[] words;

    Body(Form form, long[] numbers, String[] words) {
        this.form = form;
        this.numbers = numbers;
        this.words = words;
    }

    /** Who says it. */
    public Tracepoint tracepoint() {
        return form.tracepoint();
    }

    /** How it is said. */
    public Form form() {
        return form;
    }

    /** Whether it says {@code field}: kernels differ, and parts may be missing. */
    public boolean has(String field) {
        Field found = form.find(field);
        return found != null && (found.within().isEmpty() || number(found.within()) != 0);
    }

    /**
     * The number of that name; those without sign and above 2^63 are negative here.
     *
     * @throws IllegalArgumentException where this form has no such number
     */
    public long number(String field) {
        Field found = form.find(field);
        if (found == null || !found.kind().isNumber()) {
            throw new IllegalArgumentException(
                    tracepoint().name() + " as '" + form + "' has no number '" + field + "'");
        }
        return numbers[found.slot()];
    }

    /** The number of that name, or {@code otherwise} where nothing is said. */
    public long number(String field, long otherwise) {
        return has(field) ? number(field) : otherwise;
    }

    /**
     * The text of that name.
     *
     * @throws IllegalArgumentException where this form has no such text
     */
    public String word(String field) {
        Field found = form.find(field);
        if (found == null || found.kind().isNumber()) {
            throw new IllegalArgumentException(
                    tracepoint().name() + " as '" + form + "' has no text '" + field + "'");
        }
        return words[found.slot()];
    }

    /** Prints it as the kernel does. */
    public void print(StringBuilder out) {
        form.print(numbers, words, out);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body && form == body.form
                && Arrays.equals(numbers, body.numbers) && Arrays.equals(words, body.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers) * 31 + Arrays.hashCode(words);
    }

    /** As the kernel prints it. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        print(out);
        return out.toString();
    }
}

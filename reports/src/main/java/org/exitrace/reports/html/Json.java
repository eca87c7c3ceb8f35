package org.exitrace.reports.html;

import java.util.List;

/**
 * Writes JSON that may stand inside a {@code script} element: every character that could end the
 * element, or that XML refuses, is written as an escape.
 */
final class Json {

    private final StringBuilder out = new StringBuilder();
    private boolean needsComma;

    /** Starts an object. */
    Json object() {
        return start('{');
    }

    /** Ends an object. */
    Json endObject() {
        return end('}');
    }

    /** Starts an array. */
    Json array() {
        return start('[');
    }

    /** Ends an array. */
    Json endArray() {
        return end(']');
    }

    /** A member's name; its value follows. */
    Json key(String name) {
        value(name);
        out.append(':');
        needsComma = false;
        return this;
    }

    /** A text. */
    Json value(String text) {
        comma();
        out.append('"');
        text.chars().forEach(c -> escape((char) c));
        out.append('"');
        return this;
    }

    /** A number; exact in a script up to 2 to the power of 53. */
    Json value(long number) {
        comma();
        out.append(number);
        return this;
    }

    /** A truth value. */
    Json value(boolean truth) {
        comma();
        out.append(truth);
        return this;
    }

    /** An array of texts. */
    Json values(Iterable<String> texts) {
        array();
        texts.forEach(this::value);
        return endArray();
    }

    /** An array of numbers. */
    Json numbers(List<Integer> numbers) {
        array();
        numbers.forEach(number -> value((long) number));
        return endArray();
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private Json start(char bracket) {
        comma();
        out.append(bracket);
        needsComma = false;
        return this;
    }

    private Json end(char bracket) {
        out.append(bracket);
        needsComma = true;
        return this;
    }

    private void comma() {
        if (needsComma) {
            out.append(',');
        }
        needsComma = true;
    }

    private void escape(char c) {
        boolean plain = c >= ' ' && c < 0x7F && "\"\\<>&'".indexOf(c) < 0;
        if (plain) {
            out.append(c);
        } else {
            out.append(String.format("\\u%04x", (int) c));
        }
    }
}

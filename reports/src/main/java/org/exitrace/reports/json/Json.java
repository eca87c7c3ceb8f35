package org.exitrace.reports.json;

import java.util.List;

/**
 * Writes JSON that may stand inside a {@code script} element: every character that could end the
 * element, or that XML refuses, is written as an escape.
 */
public final class Json {

    private final StringBuilder out = new StringBuilder();
    private boolean needsComma;
    private boolean needsLine;

    /** What follows begins on a line of its own. */
    public Json line() {
        needsLine = true;
        return this;
    }

    /** Starts an object. */
    public Json object() {
        return start('{');
    }

    /** Ends an object. */
    public Json endObject() {
        return end('}');
    }

    /** Starts an array. */
    public Json array() {
        return start('[');
    }

    /** Ends an array. */
    public Json endArray() {
        return end(']');
    }

    /** A member's name; its value follows. */
    public Json key(String name) {
        value(name);
        out.append(':');
        needsComma = false;
        return this;
    }

    /** A text. */
    public Json value(String text) {
        comma();
        out.append('"');
        text.chars().forEach(c -> escape((char) c));
        out.append('"');
        return this;
    }

    /** A number; exact in a script up to 2 to the power of 53. */
    public Json value(long number) {
        comma();
        out.append(number);
        return this;
    }

    /** A number with {@code digits} of them behind the point, which are those of {@code part}. */
    public Json decimal(long whole, int part, int digits) {
        comma();
        out.append(whole).append('.').append(String.format("%0" + digits + "d", part));
        return this;
    }

    /** A truth value. */
    public Json value(boolean truth) {
        comma();
        out.append(truth);
        return this;
    }

    /** An array of texts. */
    public Json values(Iterable<String> texts) {
        array();
        texts.forEach(this::value);
        return endArray();
    }

    /** An array of numbers. */
    public Json numbers(List<Integer> numbers) {
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
        out.append(needsLine ? "\n" : "").append(bracket);
        needsLine = false;
        needsComma = true;
        return this;
    }

    private void comma() {
        if (needsComma) {
            out.append(',');
        }
        if (needsLine) {
            out.append('\n');
        }
        needsLine = false;
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

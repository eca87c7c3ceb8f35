package org.exitrace.cli.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object, its keys in the order in which they were put. Values are texts, numbers, booleans,
 * such objects, maps and lists of all these; an empty {@link Optional} is {@code null}.
 *
 * <p>Written by hand so that the quick verbs need not load a JSON library.
 */
public final class JsonObject {

    private static final String INDENT = "  ";
    private static final int CONTROLS = 0x20;

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Puts {@code value} behind {@code key}. */
    public JsonObject put(String key, Object value) {
        values.put(key, value);
        return this;
    }

    /** Puts everything that {@code other} has. */
    public JsonObject putAll(JsonObject other) {
        values.putAll(other.values);
        return this;
    }

    /** The document with a line feed behind it. */
    public String document() {
        StringBuilder out = new StringBuilder();
        write(values, "\n", out);
        return out.append('\n').toString();
    }

    private static void write(Object value, String line, StringBuilder out) {
        if (value instanceof Optional<?> optional) {
            write(optional.orElse(null), line, out);
        } else if (value instanceof JsonObject object) {
            write(object.values, line, out);
        } else if (value instanceof Map<?, ?> map) {
            List<String> parts = new ArrayList<>();
            map.forEach((key, each) -> {
                StringBuilder part = quoted(key.toString()).append(": ");
                write(each, line + INDENT, part);
                parts.add(part.toString());
            });
            list('{', parts, '}', line, out);
        } else if (value instanceof Collection<?> items) {
            List<String> parts = new ArrayList<>();
            for (Object each : items) {
                StringBuilder part = new StringBuilder();
                write(each, line + INDENT, part);
                parts.add(part.toString());
            }
            list('[', parts, ']', line, out);
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            out.append(quoted(value.toString()));
        }
    }

    private static void list(
            char opening, List<String> parts, char closing, String line, StringBuilder out) {
        out.append(opening);
        for (int i = 0; i < parts.size(); i++) {
            out.append(i == 0 ? "" : ",").append(line).append(INDENT).append(parts.get(i));
        }
        out.append(parts.isEmpty() ? "" : line).append(closing);
    }

    private static StringBuilder quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"' || each == '\\') {
                out.append('\\').append(each);
            } else if (each == '\n') {
                out.append("\\n");
            } else if (each < CONTROLS) {
                out.append(String.format("\\u%04x", (int) each));
            } else {
                out.append(each);
            }
        }
        return out.append('"');
    }
}

package org.exitrace.scenarios.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Access to a document whose shape the schema has checked or complained about: what has the wrong
 * shape is passed over, so that the rest can be checked as well.
 */
public final class Reading {

    private static final Node.Mapping EMPTY = new Node.Mapping(Place.of(""), Map.of());

    private Reading() {
    }

    /** The set of keys that {@code node} is; an empty one for anything else. */
    public static Node.Mapping mapping(Node node) {
        return node instanceof Node.Mapping mapping ? mapping : EMPTY;
    }

    /** The items of the list that {@code node} is; none for anything else. */
    public static List<Node> items(Node node) {
        return node instanceof Node.Sequence sequence ? sequence.items() : List.of();
    }

    /** The text of a scalar; {@code ""} for anything else. */
    public static String text(Node node) {
        return node instanceof Node.Scalar scalar ? scalar.text().strip() : "";
    }

    /** A whole number; {@code otherwise} for anything else. */
    public static long number(Node node, long otherwise) {
        try {
            return Long.parseLong(text(node));
        } catch (NumberFormatException notWhole) {
            return otherwise;
        }
    }

    /** Keys with scalar values, in the order of the file, without {@code except}. */
    public static Map<String, String> values(Node.Mapping mapping, List<String> except) {
        Map<String, String> values = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            if (!except.contains(key) && entry.value() instanceof Node.Scalar) {
                values.put(key, text(entry.value()));
            }
        });
        return values;
    }
}

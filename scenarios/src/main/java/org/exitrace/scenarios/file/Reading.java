package org.exitrace.scenarios.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Place;
import org.exitrace.scenarios.document.Problems;

/**
 * Access to a document whose shape the schema has checked or complained about: what has the wrong
 * shape is passed over, so that the rest can be checked as well.
 */
final class Reading {

    static final Node.Mapping EMPTY = new Node.Mapping(
            Place.of(""), Map.of());

    final Problems problems = new Problems();

    static Node.Mapping mapping(Node node) {
        return node instanceof Node.Mapping mapping ? mapping : EMPTY;
    }

    static List<Node> items(Node node) {
        return node instanceof Node.Sequence sequence ? sequence.items() : List.of();
    }

    /** The text of a scalar; {@code ""} for anything else. */
    static String text(Node node) {
        return node instanceof Node.Scalar scalar ? scalar.text().strip() : "";
    }

    /** A number that the schema has checked. */
    static long number(Node node, long otherwise) {
        try {
            return Long.parseLong(text(node));
        } catch (NumberFormatException notWhole) {
            return otherwise;
        }
    }

    /** Keys with scalar values, in the order of the file, without {@code except}. */
    static Map<String, String> values(Node.Mapping mapping, List<String> except) {
        Map<String, String> values = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            if (!except.contains(key) && entry.value() instanceof Node.Scalar) {
                values.put(key, text(entry.value()));
            }
        });
        return values;
    }
}

package org.exitrace.scenarios.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Problems;

/** The values of a set of keys that has to have exactly certain keys of certain types. */
final class StrictFields {

    private final Node.Mapping mapping;
    private final Problems problems;

    /** Tells of keys that are missing and of keys that are unknown. */
    StrictFields(Node node, List<String> keys, Problems problems) {
        this.problems = problems;
        if (!(node instanceof Node.Mapping keyed)) {
            problems.add(node.place(), "a set of keys must stand here, not " + node.described());
            this.mapping = new Node.Mapping(node.place(), Map.of());
            return;
        }
        this.mapping = keyed;
        for (String key : mapping.keys()) {
            if (!keys.contains(key)) {
                problems.add(mapping.placeOf(key), "unknown key '" + key + "'; "
                        + DidYouMean.remedy(key, keys));
            }
        }
        for (String key : keys) {
            if (mapping.get(key) == null) {
                problems.add(mapping.place(), "key '" + key
                        + "' is missing; record the schedule again");
            }
        }
    }

    String text(String key) {
        Node node = mapping.get(key);
        return node == null ? "" : text(node, "'" + key + "'");
    }

    /** A whole number of at least {@code least}; {@code least} where there is none. */
    long number(String key, long least) {
        Node node = mapping.get(key);
        if (node == null) {
            return least;
        }
        try {
            if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.INTEGER
                    && Long.parseLong(scalar.text()) >= least) {
                return Long.parseLong(scalar.text());
            }
        } catch (NumberFormatException tooLarge) {
            // Told below, like every other value that is no such number.
        }
        problems.add(node.place(), "'" + key + "' must be a whole number"
                + (least == Long.MIN_VALUE ? "" : " from " + least) + ", not "
                + node.described());
        return least;
    }

    /** A fingerprint of 16 hexadecimal digits. */
    long fingerprint(String key) {
        Node node = mapping.get(key);
        if (node == null) {
            return 0;
        }
        if (node instanceof Node.Scalar scalar && scalar.text().matches("[0-9a-f]{16}")) {
            return Long.parseUnsignedLong(scalar.text(), 16);
        }
        problems.add(node.place(),
                "'" + key + "' must be 16 hexadecimal digits, not " + node.described());
        return 0;
    }

    Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        Node node = mapping.get(key);
        if (node instanceof Node.Mapping values) {
            values.entries().forEach((name, entry) ->
                    texts.put(name, text(entry.value(), "'" + key + "." + name + "'")));
        } else if (node != null) {
            problems.add(node.place(),
                    "'" + key + "' must be a set of keys, not " + node.described());
        }
        return texts;
    }

    List<Node> items(String key) {
        Node node = mapping.get(key);
        if (node instanceof Node.Sequence list) {
            return list.items();
        }
        if (node != null) {
            problems.add(node.place(), "'" + key + "' must be a list, not " + node.described());
        }
        return List.of();
    }

    List<String> textItems(String key) {
        List<String> texts = new ArrayList<>();
        items(key).forEach(item -> texts.add(text(item, "each of '" + key + "'")));
        return texts;
    }

    private String text(Node node, String subject) {
        if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.TEXT) {
            return scalar.text();
        }
        problems.add(node.place(), subject + " must be a text, not " + node.described());
        return "";
    }
}

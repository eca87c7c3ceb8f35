package org.exitrace.scenarios.document;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A piece of a document that knows where it stands. */
public sealed interface Node {

    /** Where it begins. */
    Place place();

    /** What it is, as a person says it: {@code the text 'yes'}, {@code a list}. */
    String described();

    /** What a scalar is, by the way in which it is written. */
    enum Kind { TEXT, INTEGER, DECIMAL, BOOLEAN, NOTHING }

    /**
     * One value.
     *
     * @param place where it begins
     * @param kind what it is
     * @param text as it is written, without quotes
     */
    record Scalar(Place place, Kind kind, String text) implements Node {

        @Override
        public String described() {
            return switch (kind) {
                case TEXT -> "the text '" + shortened(text) + "'";
                case INTEGER, DECIMAL -> "the number " + shortened(text);
                case BOOLEAN -> text;
                case NOTHING -> "empty";
            };
        }
    }

    /**
     * A list.
     *
     * @param place where it begins
     * @param items in order
     */
    record Sequence(Place place, List<Node> items) implements Node {

        @Override
        public String described() {
            return "a list";
        }
    }

    /**
     * A set of keys, each with a value.
     *
     * @param place where it begins
     * @param entries by key, in the order of the file
     */
    record Mapping(Place place, Map<String, Entry> entries) implements Node {

        /** The value of {@code key}, or {@code null}. */
        public Node get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        /** Where {@code key} stands; the mapping's own place where it does not occur. */
        public Place placeOf(String key) {
            Entry entry = entries.get(key);
            return entry == null ? place : entry.keyPlace();
        }

        /** The keys in the order of the file. */
        public Collection<String> keys() {
            return entries.keySet();
        }

        @Override
        public String described() {
            return "a set of keys";
        }
    }

    /**
     * A key's value.
     *
     * @param keyPlace where the key stands
     * @param value the value
     */
    record Entry(Place keyPlace, Node value) {
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }
}

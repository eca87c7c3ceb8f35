package org.exitrace.scenarios.family;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Place;
import org.exitrace.scenarios.document.Reading;

/** Sets of keys put together, the later ones above the earlier; each key keeps its place. */
final class Merged {

    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
    private final Place place;

    /** Nothing yet, in a set of keys at {@code place}. */
    Merged(Place place) {
        this.place = place;
    }

    /** Puts the keys of {@code node}, if it is a set of keys, above what there is. */
    Merged put(Node node) {
        return put(node, key -> true);
    }

    /** The same with those keys alone that are {@code wanted}. */
    Merged put(Node node, Predicate<String> wanted) {
        Reading.mapping(node).entries().forEach((key, entry) -> {
            if (wanted.test(key)) {
                entries.put(key, entry);
            }
        });
        return this;
    }

    /** Puts one key, which stands where {@code value} begins; nothing for no value. */
    Merged put(String key, Node value) {
        if (value != null) {
            entries.put(key, new Node.Entry(value.place(), value));
        }
        return this;
    }

    /** The keys as one set. */
    Node.Mapping mapping() {
        return new Node.Mapping(place, entries);
    }
}

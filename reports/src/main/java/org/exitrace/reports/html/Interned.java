package org.exitrace.reports.html;

import java.util.LinkedHashMap;
import java.util.Map;

/** Distinct texts with a number each, so that a page stores each of them once. */
final class Interned {

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** The number of {@code text}, from 0 in order of first use. */
    int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        numbers.put(text, numbers.size());
        return numbers.size() - 1;
    }

    /** All texts by number. */
    Iterable<String> texts() {
        return numbers.keySet();
    }
}

package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.scenarios.catalogue.Catalogue;
import org.exitrace.scenarios.table.CheckTable;
import org.exitrace.scenarios.table.CheckTables;

/**
 * What some words name: tables of checks, and the rest. A folder may hold both.
 *
 * @param tables in their own order
 * @param others the words that do not name tables alone
 * @param alone whether tables are named and nothing else
 */
record NamedTables(List<CheckTable> tables, List<String> others, boolean alone) {

    /** All tables for no word. */
    static NamedTables of(List<String> words, CheckTables known, Catalogue index) {
        if (words.isEmpty()) {
            return new NamedTables(known.all(), List.of(), false);
        }
        Set<CheckTable> named = new LinkedHashSet<>();
        List<String> others = new ArrayList<>();
        for (String word : words) {
            List<CheckTable> found = known.in(word);
            named.addAll(found);
            String path = word.replaceFirst("/+$", "");
            if (found.isEmpty() || index.entries().stream().anyMatch(e -> e.isIn(path))) {
                others.add(word);
            }
        }
        return new NamedTables(known.all().stream().filter(named::contains).toList(), others,
                others.isEmpty());
    }
}

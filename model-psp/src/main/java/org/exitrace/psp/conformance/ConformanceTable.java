package org.exitrace.psp.conformance;

import java.util.List;

/**
 * Rows about commands that belong together.
 *
 * @param name as people name it, such as {@code guests}
 * @param title what it is about, in one line
 * @param rows in the order of the file
 */
public record ConformanceTable(String name, String title, List<TableRow> rows) {

    /** Copies the list. */
    public ConformanceTable {
        rows = List.copyOf(rows);
    }

    static ConformanceTable of(String name, String file, String text) {
        return new ConformanceTable(name, TableLine.title(text),
                TableLine.of(file, text, TableRow.HEADER).stream().map(TableRow::of).toList());
    }
}

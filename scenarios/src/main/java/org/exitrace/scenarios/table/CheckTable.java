package org.exitrace.scenarios.table;

import java.util.List;

/**
 * A table of checks.
 *
 * @param name as people name it, such as {@code conformance/psp/guests}
 * @param title what it is about, in one line
 * @param rows in order
 */
public record CheckTable(String name, String title, List<CheckRow> rows) {

    /** Copies the list. */
    public CheckTable {
        rows = List.copyOf(rows);
    }

    /** Whether {@code path} is this table's name or a folder that it lies in. */
    boolean isIn(String path) {
        return name.equals(path) || name.startsWith(path + "/");
    }
}

package org.exitrace.vtl.conformance;

import java.util.List;

/**
 * Rows about calls that belong together.
 *
 * @param name as people name it, such as {@code registers}
 * @param title what it is about, in one line
 * @param rows in the order of the file
 */
public record VtlTable(String name, String title, List<VtlRow> rows) {

    /** Copies the list. */
    public VtlTable {
        rows = List.copyOf(rows);
    }
}

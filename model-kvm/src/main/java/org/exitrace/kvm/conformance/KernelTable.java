package org.exitrace.kvm.conformance;

import java.util.List;

/**
 * Rows about things that belong together.
 *
 * @param name as people name it, such as {@code regions}
 * @param title what it is about, in one line
 * @param rows in the order of the file
 */
public record KernelTable(String name, String title, List<KernelRow> rows) {

    /** Copies the list. */
    public KernelTable {
        rows = List.copyOf(rows);
    }
}

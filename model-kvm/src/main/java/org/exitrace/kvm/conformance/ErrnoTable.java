package org.exitrace.kvm.conformance;

import java.util.List;
import org.exitrace.psp.conformance.TableLine;

/**
 * Rows about ioctls that belong together.
 *
 * @param name as people name it, such as {@code regions}
 * @param title what it is about, in one line
 * @param rows in the order of the file
 */
public record ErrnoTable(String name, String title, List<ErrnoRow> rows) {

    /** Copies the list. */
    public ErrnoTable {
        rows = List.copyOf(rows);
    }

    static ErrnoTable of(String name, String file, String text) {
        return new ErrnoTable(name, TableLine.title(text),
                TableLine.of(file, text, ErrnoRow.HEADER).stream().map(ErrnoRow::of).toList());
    }
}

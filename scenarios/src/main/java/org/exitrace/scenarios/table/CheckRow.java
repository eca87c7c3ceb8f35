package org.exitrace.scenarios.table;

import java.util.List;

/**
 * One claim of a table: what is asked in which state, and what must be answered.
 *
 * @param id unique in all tables, such as {@code ACTIVATE/asid-range}
 * @param kernels the kernels of which it is claimed, oldest first; empty where none takes part
 * @param machine what differs from the usual machine; {@code -} for nothing
 * @param given what is done before, in order; may be empty
 * @param asks what is asked
 * @param gives what must be answered
 * @param source where that was read
 * @param place its file and line
 */
public record CheckRow(String id, List<String> kernels, String machine, String given, String asks,
        String gives, String source, String place) {

    /** Copies the list. */
    public CheckRow {
        kernels = List.copyOf(kernels);
    }
}

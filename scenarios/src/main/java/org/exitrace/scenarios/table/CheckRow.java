package org.exitrace.scenarios.table;

/**
 * One claim of a table: what is asked in which state, and what must be answered.
 *
 * @param id unique in all tables, such as {@code ACTIVATE/asid-range}
 * @param machine what differs from the usual machine; {@code -} for nothing
 * @param given what is done before, in order; may be empty
 * @param asks what is asked
 * @param gives what must be answered
 * @param source where that was read
 * @param place its file and line
 */
public record CheckRow(String id, String machine, String given, String asks, String gives,
        String source, String place) {
}

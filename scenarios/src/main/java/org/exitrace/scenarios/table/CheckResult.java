package org.exitrace.scenarios.table;

/**
 * What became of a row.
 *
 * @param row which
 * @param gave what was answered
 * @param wrong what is wrong with that, in one sentence; empty where the row passed
 */
public record CheckResult(CheckRow row, String gave, String wrong) {

    /** Whether the row passed. */
    public boolean passed() {
        return wrong.isEmpty();
    }
}

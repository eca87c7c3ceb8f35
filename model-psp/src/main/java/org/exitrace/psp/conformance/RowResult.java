package org.exitrace.psp.conformance;

/**
 * What became of a row.
 *
 * @param row which
 * @param gave what the firmware answered, or {@code -} where it came to no answer
 * @param wrong what is wrong, in one sentence; empty where the row passed
 */
public record RowResult(TableRow row, String gave, String wrong) {

    /** Whether the firmware answered what the row says, for the reason that it says. */
    public boolean passed() {
        return wrong.isEmpty();
    }
}

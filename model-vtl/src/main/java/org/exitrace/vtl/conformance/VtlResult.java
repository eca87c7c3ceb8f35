package org.exitrace.vtl.conformance;

/**
 * What became of a row.
 *
 * @param row which
 * @param gave what was answered
 * @param wrong what is wrong, in one sentence; empty where the row passed
 */
public record VtlResult(VtlRow row, String gave, String wrong) {

    /** Whether each of its dialects gave what the row says, for the reason that it names. */
    public boolean passed() {
        return wrong.isEmpty();
    }
}

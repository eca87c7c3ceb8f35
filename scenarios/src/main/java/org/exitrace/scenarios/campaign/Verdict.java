package org.exitrace.scenarios.campaign;

/** Whether a design showed what its scenario says. */
public enum Verdict {
    /** It did. */
    PASSED("passed"),
    /** It showed something else. */
    FAILED("failed"),
    /** A bound, or somebody, stopped the search before one could tell. */
    UNDECIDED("undecided");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The worse of the two: failed, then undecided, then passed. */
    public Verdict and(Verdict other) {
        if (this == FAILED || other == FAILED) {
            return FAILED;
        }
        return this == UNDECIDED ? this : other;
    }

    @Override
    public String toString() {
        return word;
    }
}

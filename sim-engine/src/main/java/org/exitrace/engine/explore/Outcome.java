package org.exitrace.engine.explore;

/** What a search says of a property. */
public enum Outcome {
    /** Proved by an exhaustive search; of a {@code reachable} one, by a schedule. */
    HOLDS("holds"),
    /** Refuted by a schedule; of a {@code reachable} one, by an exhaustive search. */
    BROKEN("broken"),
    /** Neither: the search was stopped before it could tell. */
    UNDECIDED("undecided");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}

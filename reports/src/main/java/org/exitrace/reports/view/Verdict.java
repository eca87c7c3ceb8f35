package org.exitrace.reports.view;

/** What a run or a search showed of a property. */
public enum Verdict {
    /** It held wherever it was looked at; after an exhaustive search, everywhere. */
    HELD("held"),
    /** It broke. */
    BROKEN("broken"),
    /** A state that it asks for was reached. */
    REACHED("reached"),
    /** No state that it asks for was reached; after an exhaustive search, there is none. */
    NOT_REACHED("not reached"),
    /** Its goal is still owed: the run ended before. */
    OWED("still owed"),
    /** A bound stopped the search before it could tell. */
    UNDECIDED("undecided");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** The verdict as a person reads it. */
    @Override
    public String toString() {
        return words;
    }
}

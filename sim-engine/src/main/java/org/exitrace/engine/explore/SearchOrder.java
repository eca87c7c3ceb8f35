package org.exitrace.engine.explore;

/** Which state is looked behind next. */
public enum SearchOrder {
    /** The one found first: counterexamples are the shortest there are. */
    BREADTH_FIRST("breadth-first"),
    /** The one found last: gets deep soon, with few states waiting; counterexamples are long. */
    DEPTH_FIRST("depth-first");

    private final String words;

    SearchOrder(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}

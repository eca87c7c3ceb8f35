package org.exitrace.engine.explore;

/** Why a search ended. */
public enum ExplorationEnd {
    /** No state was left: everything that can happen was seen. */
    EXHAUSTED("exhaustive"),
    /** A property broke, and the search was to stop there. */
    BROKEN("stopped at the first broken property"),
    /** Another state was found when as many as allowed were known. */
    STATE_LIMIT("stopped by the bound on states"),
    /** Some state lies deeper than allowed; all that lie less deep were seen. */
    DEPTH_LIMIT("stopped by the bound on depth"),
    /** The tables of the search would have taken more memory than allowed. */
    MEMORY_LIMIT("stopped by the bound on memory"),
    /** Somebody asked it to stop. */
    INTERRUPTED("interrupted"),
    /** A step, a guard or a property failed: the model is wrong. */
    MODEL_ERROR("stopped by an error in the model");

    private final String words;

    ExplorationEnd(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}

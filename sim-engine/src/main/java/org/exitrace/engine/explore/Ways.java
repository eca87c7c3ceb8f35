package org.exitrace.engine.explore;

/** A graph of numbered states as one walks it: the edges of a state lie one behind the other. */
interface Ways {

    /** How many states there are. */
    int states();

    /** Number of the first edge of {@code state}; the next state's first is behind its last. */
    int begin(int state);

    /** Where an edge leads. */
    int target(int edge);
}

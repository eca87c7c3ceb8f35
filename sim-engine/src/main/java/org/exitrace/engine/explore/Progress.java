package org.exitrace.engine.explore;

/**
 * How far a search is. Rates are for the listener to compute: the engine has no clock.
 *
 * @param states distinct states found
 * @param transitions as {@link ExplorationResult#transitions}
 * @param frontier states found and not yet looked behind
 * @param depth the level that is being looked behind; depth-first, the length of the stack
 * @param bytes that the tables of the search take
 */
public record Progress(long states, long transitions, long frontier, int depth, long bytes) {
}

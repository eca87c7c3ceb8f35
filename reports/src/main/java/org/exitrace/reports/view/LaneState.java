package org.exitrace.reports.view;

import java.util.Map;

/**
 * The cell whose value stands in an actor's lane.
 *
 * @param actor name of the actor
 * @param cell full name of the cell
 * @param letters letter of each value for text traces; values without one get a letter of their
 *     own name
 */
public record LaneState(String actor, String cell, Map<String, Character> letters) {

    /** With letters taken from the values' names. */
    public LaneState(String actor, String cell) {
        this(actor, cell, Map.of());
    }
}

package org.exitrace.engine.explore;

/**
 * The model failed: a cell was given what it cannot hold, a guard wrote, or code threw.
 *
 * @param message what happened, and in which step or property
 * @param witness the schedule that leads there; the step that failed is its last
 * @param cause what was thrown
 */
public record ModelError(String message, Witness witness, Throwable cause) {
}

package org.exitrace.engine.property;

/** What a schedule must not do for ever, for an {@code eventually} to be owed. */
public enum Fairness {
    /** Nothing is assumed: a schedule may neglect an actor for ever. */
    NONE,
    /** An actor that can always take a step takes one sooner or later (weak fairness). */
    ACTORS
}

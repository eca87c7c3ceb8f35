package org.exitrace.engine.explore;

/** What can still become of a property from a state on. */
public enum Fate {
    /** No continuation breaks it. */
    SAFE,
    /** Some continuation breaks it, and another comes to a state that is safe without. */
    OPEN,
    /** It is broken here, or no continuation comes to a state that is safe without breaking it. */
    LOST
}

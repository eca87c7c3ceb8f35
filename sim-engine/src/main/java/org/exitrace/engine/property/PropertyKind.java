package org.exitrace.engine.property;

/** When a property's condition has to hold. */
public enum PropertyKind {
    /** In every state. */
    ALWAYS("always"),
    /** In no state. */
    NEVER("never"),
    /** In at least one state that some schedule reaches; only a search can refute it. */
    REACHABLE("reachable"),
    /** On every fair schedule, sooner or later after the trigger held. */
    EVENTUALLY("eventually"),
    /** In every state in which nobody can take a step. */
    AT_REST("at rest");

    private final String words;

    PropertyKind(String words) {
        this.words = words;
    }

    /** The kind as a person reads it. */
    @Override
    public String toString() {
        return words;
    }
}

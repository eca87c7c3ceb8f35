package org.exitrace.engine.model;

/** Makes the same model as often as workers need one. */
@FunctionalInterface
public interface ModelFactory {

    /** A model of its own frame, in its first state. */
    Model make();
}

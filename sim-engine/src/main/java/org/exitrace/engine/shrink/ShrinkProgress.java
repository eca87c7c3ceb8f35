package org.exitrace.engine.shrink;

/** Told of each improvement while a schedule shrinks. */
@FunctionalInterface
public interface ShrinkProgress {

    /**
     * A shorter schedule, or one with fewer changes of actor, still breaks the property.
     *
     * @param steps its length
     * @param switches how often the actor changes
     * @param attempts how many runs were made so far
     */
    void improved(int steps, int switches, long attempts);
}

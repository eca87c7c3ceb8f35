package org.exitrace.engine.explore;

/**
 * How far a search may go.
 *
 * @param mostStates distinct states, 1 to 2,147,483,647
 * @param mostDepth levels, the first state alone being 1; so schedules of one step less
 * @param mostBytes of all tables of the search together; the model and the JVM come on top
 */
public record Bounds(long mostStates, int mostDepth, long mostBytes) {

    /** Refuses what bounds nothing or everything. */
    public Bounds {
        if (mostStates < 1 || mostDepth < 1 || mostBytes < 1) {
            throw new IllegalArgumentException("a bound is at least 1, not " + mostStates
                    + " states, depth " + mostDepth + ", " + mostBytes + " bytes");
        }
        mostStates = Math.min(mostStates, Integer.MAX_VALUE);
    }

    /** As far as two thirds of the memory that this JVM may take allow. */
    public static Bounds usual() {
        return new Bounds(Integer.MAX_VALUE, Integer.MAX_VALUE,
                Runtime.getRuntime().maxMemory() / 3 * 2);
    }

    /** The same with at most {@code count} distinct states. */
    public Bounds states(long count) {
        return new Bounds(count, mostDepth, mostBytes);
    }

    /** The same with at most {@code levels} levels. */
    public Bounds depth(int levels) {
        return new Bounds(mostStates, levels, mostBytes);
    }

    /** The same with at most {@code count} bytes. */
    public Bounds bytes(long count) {
        return new Bounds(mostStates, mostDepth, count);
    }
}

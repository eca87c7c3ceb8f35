package org.exitrace.engine.state;

/** Told of each access to a cell while it is attached to a {@link Frame}. */
public interface CellObserver {

    /** {@code cell} is about to be read. */
    void read(Cell cell);

    /** {@code cell} is about to be written; {@code changes} if by another value than it has. */
    void written(Cell cell, boolean changes);
}

package org.exitrace.engine.state;

/** Told of each access to a cell while it is attached to a {@link Frame}. */
public interface CellObserver {

    /** {@code cell} is about to be read. */
    void read(Cell cell);

    /** {@code cell} is about to be written; {@code changes} if by another value than it has. */
    void written(Cell cell, boolean changes);

    /** {@code cell} is about to be asked whether its bits are {@code raw}, and nothing else. */
    default void compared(Cell cell, long raw) {
        read(cell);
    }

    /** {@code by} is about to be added to the bits of {@code cell}, whatever they are. */
    default void added(Cell cell, long by) {
        written(cell, by != 0);
    }
}

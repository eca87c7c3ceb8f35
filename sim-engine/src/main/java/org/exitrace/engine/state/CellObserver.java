package org.exitrace.engine.state;

/** Told of each access to a cell while it is attached to a {@link Frame}. */
public interface CellObserver {

    /** {@code cell} is about to be read. */
    void read(Cell cell);

    /** {@code cell} is about to be written. */
    void written(Cell cell);
}

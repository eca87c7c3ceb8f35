package org.exitrace.engine.run;

import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.CellObserver;

/** Lets cells be read and not written: checked mode, while guards and properties are asked. */
final class ReadOnly implements CellObserver {

    @Override
    public void read(Cell cell) {
    }

    @Override
    public void written(Cell cell, boolean changes) {
        throw new IllegalStateException("a guard or a property writes cell '" + cell.name()
                + "'; guards and properties only read, move the write into the effect of a step");
    }
}

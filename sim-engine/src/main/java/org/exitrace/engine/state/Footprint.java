package org.exitrace.engine.state;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The cells that were read and written while it was attached to a frame. */
public final class Footprint implements CellObserver {

    private final BitSet reads = new BitSet();
    private final BitSet writes = new BitSet();

    @Override
    public void read(Cell cell) {
        reads.set(cell.index());
    }

    @Override
    public void written(Cell cell, boolean changes) {
        writes.set(cell.index());
    }

    /** Forgets all accesses. */
    public void reset() {
        reads.clear();
        writes.clear();
    }

    /** Whether nothing was written. */
    public boolean wroteNothing() {
        return writes.isEmpty();
    }

    /** Whether a cell that one side wrote was read or written by the other. */
    public boolean conflictsWith(Footprint other) {
        return writes.intersects(other.writes) || writes.intersects(other.reads)
                || reads.intersects(other.writes);
    }

    /** Names of the cells read, in declaration order. */
    public List<String> reads(StateLayout layout) {
        return names(layout, reads);
    }

    /** Names of the cells written, in declaration order. */
    public List<String> writes(StateLayout layout) {
        return names(layout, writes);
    }

    private static List<String> names(StateLayout layout, BitSet cells) {
        List<String> names = new ArrayList<>();
        cells.stream().forEach(i -> names.add(layout.cells().get(i).name()));
        return names;
    }
}

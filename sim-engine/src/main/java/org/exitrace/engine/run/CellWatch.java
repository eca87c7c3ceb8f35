package org.exitrace.engine.run;

import java.util.Arrays;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.CellObserver;
import org.exitrace.engine.state.Frame;

/**
 * Who read which cells last, and whom a write to a cell therefore concerns: nobody if it leaves the
 * cell as it is.
 *
 * <p>Its units are those who offer steps and, numbered behind them, properties. It sees every
 * access, so a guard or a property that writes is an error at once: this is checked mode.
 */
final class CellWatch implements CellObserver {

    private static final int NOBODY = -1;

    private final Frame frame;
    private final int properties;
    /** For each cell a row of {@code slots} words. */
    private final long[] readers;
    /** Which words of a cell's row ever held a source; of ten thousand actors few read a cell. */
    private final int[] firstSlot;
    private final int[] lastSlot;
    private final int slots;
    private final int sourceSlots;
    private final int[][] cellsOf;
    private final int[] cellCount;
    private final long[] dirty;
    /** Whether some property read a cell, at any time. */
    private final boolean[] judged;
    /** What a unit has read, where it was told so; null where it was seen. */
    private final int[][] told;
    private boolean concernsProperties;
    private int slot;
    private int matched;
    private int current = NOBODY;

    /** Watches {@code cells} of {@code frame} for those who offer steps, and for properties. */
    CellWatch(Frame frame, int sources, int properties, int cells) {
        this.frame = frame;
        this.properties = (sources + 63 >>> 6) << 6;
        int units = this.properties + properties;
        this.slots = units + 63 >>> 6;
        this.sourceSlots = this.properties >>> 6;
        this.readers = new long[cells * slots];
        this.firstSlot = new int[cells];
        this.lastSlot = new int[cells];
        Arrays.fill(firstSlot, sourceSlots);
        Arrays.fill(lastSlot, NOBODY);
        this.cellsOf = new int[units][4];
        this.cellCount = new int[units];
        this.dirty = new long[slots];
        this.judged = new boolean[cells];
        this.told = new int[units][];
    }

    /**
     * Begins another run: nobody is concerned, and properties have read nothing. What sources read
     * in the run before stays, since each of them is asked first of all and then mostly reads it
     * again.
     */
    void begin() {
        Arrays.fill(dirty, 0);
        slot = 0;
        for (int unit = properties; unit < cellsOf.length; unit++) {
            startReading(unit);
            neverAgain();
        }
        endReading();
    }

    /** The unit of the {@code index}-th property. */
    int unitOfProperty(int index) {
        return properties + index;
    }

    /** Makes {@code unit} concerned. */
    void mark(int unit) {
        dirty[unit >>> 6] |= 1L << unit;
        concernsProperties |= unit >= properties;
    }

    /**
     * The next who offers steps and is concerned, who then is not any more; -1 if none is left.
     * Nobody writes between two calls, until there was none: so a pass never has to look back.
     */
    int nextSource() {
        for (; slot < sourceSlots; slot++) {
            long units = dirty[slot];
            if (units != 0) {
                dirty[slot] = units & units - 1;
                return (slot << 6) + Long.numberOfTrailingZeros(units);
            }
        }
        slot = 0;
        return NOBODY;
    }

    /** Whether, of those who offer steps, {@code unit} alone is concerned; then it is no more. */
    boolean concernsOnly(int unit) {
        if (sourceSlots > 1 || dirty[0] != 1L << unit) {
            return false;
        }
        dirty[0] = 0;
        return true;
    }

    /** The first property that is concerned, which then is not any more, by its index; or -1. */
    int nextProperty() {
        if (!concernsProperties) {
            return NOBODY;
        }
        for (int i = sourceSlots; i < slots; i++) {
            long units = dirty[i];
            if (units != 0) {
                dirty[i] = units & units - 1;
                return (i << 6) + Long.numberOfTrailingZeros(units) - properties;
            }
        }
        concernsProperties = false;
        return NOBODY;
    }

    /** From now on {@code unit} reads. */
    void startReading(int unit) {
        matched = 0;
        current = unit;
        if (told[unit] != null) {
            cellCount[unit] = told[unit].length;
            cellsOf[unit] = Arrays.copyOf(told[unit], Math.max(4, cellCount[unit]));
            told[unit] = null;
        }
        frame.observeReads(true);
    }

    /** It has read all that it wanted. */
    void stopReading() {
        forgetFrom(matched);
        endReading();
    }

    /** As {@link #stopReading}, and no write concerns the unit ever again. */
    void neverAgain() {
        forgetFrom(0);
        endReading();
    }

    /** Steps read as well, which concerns nobody. */
    private void endReading() {
        current = NOBODY;
        frame.observeReads(false);
    }

    @Override
    public void read(Cell cell) {
        if (current >= 0) {
            note(cell.index());
        }
    }

    /** Mostly a unit reads the same cells in the same order again, and nothing is to be done. */
    private void note(int cell) {
        int[] cells = cellsOf[current];
        if (matched < cellCount[current]) {
            if (cells[matched] == cell) {
                matched++;
                return;
            }
            forgetFrom(matched);
        }
        if (matched == cells.length) {
            cells = Arrays.copyOf(cells, 2 * matched);
            cellsOf[current] = cells;
        }
        cells[matched++] = cell;
        cellCount[current] = matched;
        reads(current, cell);
    }

    private void reads(int unit, int cell) {
        int place = unit >>> 6;
        readers[cell * slots + place] |= 1L << unit;
        if (unit >= properties) {
            judged[cell] = true;
        } else {
            firstSlot[cell] = Math.min(firstSlot[cell], place);
            lastSlot[cell] = Math.max(lastSlot[cell], place);
        }
    }

    /** A cell that was read before and behind {@code first} stays read. */
    private void forgetFrom(int first) {
        int[] cells = cellsOf[current];
        int count = cellCount[current];
        if (first == count) {
            return;
        }
        for (int i = first; i < count; i++) {
            readers[cells[i] * slots + (current >>> 6)] &= ~(1L << current);
        }
        for (int i = 0; i < first; i++) {
            readers[cells[i] * slots + (current >>> 6)] |= 1L << current;
        }
        cellCount[current] = first;
    }

    /**
     * From now on {@code unit} has read {@code cells}, each once, in that order, and nothing else.
     */
    void hasRead(int unit, int[] cells) {
        int[] before = told[unit];
        if (before == cells) {
            return;
        }
        told[unit] = cells;
        if (before != null) {
            replace(unit, before, cells);
            return;
        }
        matched = 0;
        current = unit;
        for (int cell : cells) {
            note(cell);
        }
        forgetFrom(matched);
        current = NOBODY;
    }

    /** Neither list has a cell twice, so that what both begin with stays read. */
    private void replace(int unit, int[] before, int[] now) {
        int same = 0;
        int least = Math.min(before.length, now.length);
        while (same < least && before[same] == now[same]) {
            same++;
        }
        int word = unit >>> 6;
        long bit = 1L << unit;
        for (int i = same; i < before.length; i++) {
            readers[before[i] * slots + word] &= ~bit;
        }
        for (int i = same; i < now.length; i++) {
            reads(unit, now[i]);
        }
    }

    @Override
    public void written(Cell cell, boolean changes) {
        if (current >= 0) {
            throw writes(current < properties ? "a guard" : "a property", cell);
        }
        if (changes) {
            changed(cell.index());
        }
    }

    /** Whoever read the {@code cell}-th is concerned. */
    void changed(int cell) {
        int row = cell * slots;
        int last = lastSlot[cell];
        for (int i = firstSlot[cell]; i <= last; i++) {
            dirty[i] |= readers[row + i];
        }
        if (judged[cell]) {
            for (int i = sourceSlots; i < slots; i++) {
                dirty[i] |= readers[row + i];
            }
            concernsProperties = true;
        }
    }

    /** The error that {@code who} does not only read. */
    static IllegalStateException writes(String who, Cell cell) {
        return new IllegalStateException(who + " writes cell '" + cell.name() + "'; guards and"
                + " properties only read, move the write into the effect of a step");
    }
}

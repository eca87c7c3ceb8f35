package org.exitrace.engine.state;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects cells until {@link #close()} gives each its place in the vector. */
public final class LayoutBuilder {

    private static final int WORD_BITS = 64;

    private final Frame frame = new Frame();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Integer> regionStarts = new ArrayList<>();
    private final Set<String> regions = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private boolean closed;

    /** Opens a top-level region; its cells begin at a word of their own. */
    public CellScope region(String name) {
        if (!regions.add(name)) {
            throw new IllegalArgumentException("region '" + name + "' is declared twice");
        }
        regionStarts.add(cells.size());
        return new CellScope(this, name, CellClass.ESSENTIAL);
    }

    /** The frame on which all cells of this layout are windows. */
    public Frame frame() {
        return frame;
    }

    void declare(Cell cell) {
        if (closed) {
            throw new IllegalStateException("the layout is closed: " + cell.name());
        }
        if (!names.add(cell.name())) {
            throw new IllegalArgumentException("cell '" + cell.name() + "' is declared twice");
        }
        cells.add(cell);
    }

    /**
     * Packs the cells in declaration order, none across a word, clock cells after all others, and
     * loads the first state.
     */
    public StateLayout close() {
        closed = true;
        int[] wordOf = new int[cells.size()];
        int[] shiftOf = new int[cells.size()];
        int hashed = pack(wordOf, shiftOf, false, 0);
        int all = pack(wordOf, shiftOf, true, hashed);
        frame.words = new long[all];
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            cell.place(i, wordOf[i], shiftOf[i], cell.bits());
            cell.initialize();
        }
        return new StateLayout(List.copyOf(cells), hashed, all);
    }

    private int pack(int[] wordOf, int[] shiftOf, boolean clocks, int firstWord) {
        int word = firstWord;
        int used = 0;
        for (int i = 0; i < cells.size(); i++) {
            if (used > 0 && regionStarts.contains(i)) {
                word++;
                used = 0;
            }
            Cell cell = cells.get(i);
            if ((cell.cellClass() == CellClass.CLOCK) != clocks) {
                continue;
            }
            if (used + cell.bits() > WORD_BITS) {
                word++;
                used = 0;
            }
            wordOf[i] = word;
            shiftOf[i] = used;
            used += cell.bits();
        }
        return used > 0 ? word + 1 : word;
    }
}

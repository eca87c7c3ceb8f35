package org.exitrace.engine.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects cells until {@link #close()} gives each its place in the vector. */
public final class LayoutBuilder {

    private static final int WORD_BITS = 64;

    private final Frame frame = new Frame();
    private final Map<String, List<Cell>> regions = new LinkedHashMap<>();
    private final List<Region> opened = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private boolean closed;

    /** Opens a top-level region; its cells begin at a word of their own. */
    public CellScope region(String name) {
        if (regions.put(name, new ArrayList<>()) != null) {
            throw new IllegalArgumentException("region '" + name + "' is declared twice");
        }
        return new CellScope(this, name, name, CellClass.ESSENTIAL);
    }

    /** The frame on which all cells of this layout are windows. */
    public Frame frame() {
        return frame;
    }

    void opens(Region region) {
        opened.add(region);
    }

    void declare(String region, Cell cell) {
        if (closed) {
            throw new IllegalStateException("the layout is closed: " + cell.name());
        }
        if (!names.add(cell.name())) {
            throw new IllegalArgumentException("cell '" + cell.name() + "' is declared twice");
        }
        regions.get(region).add(cell);
    }

    /**
     * Packs the cells region by region, in declaration order, none across a word, clock cells
     * after all others, and loads the first state.
     */
    public StateLayout close() {
        closed = true;
        Map<Cell, int[]> places = new LinkedHashMap<>();
        int hashed = pack(places, false, 0);
        int all = pack(places, true, hashed);
        frame.words = new long[all];
        List<Cell> ordered = new ArrayList<>();
        for (List<Cell> cells : regions.values()) {
            for (Cell cell : cells) {
                int[] place = places.get(cell);
                cell.place(ordered.size(), place[0], place[1], cell.bits());
                cell.initialize();
                ordered.add(cell);
            }
        }
        return new StateLayout(List.copyOf(ordered), List.copyOf(opened), hashed, all);
    }

    private int pack(Map<Cell, int[]> places, boolean clocks, int firstWord) {
        int word = firstWord;
        for (List<Cell> cells : regions.values()) {
            int used = 0;
            for (Cell cell : cells) {
                if ((cell.cellClass() == CellClass.CLOCK) != clocks) {
                    continue;
                }
                if (used + cell.bits() > WORD_BITS) {
                    word++;
                    used = 0;
                }
                places.put(cell, new int[] {word, used});
                used += cell.bits();
            }
            word += used > 0 ? 1 : 0;
        }
        return word;
    }
}

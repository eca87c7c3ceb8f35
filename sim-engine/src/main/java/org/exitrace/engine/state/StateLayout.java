package org.exitrace.engine.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names, types and places of all cells: the single source for rendering, diff and JSON. */
public final class StateLayout {

    private final List<Cell> cells;
    private final int hashedWords;
    private final int allWords;

    StateLayout(List<Cell> cells, int hashedWords, int allWords) {
        this.cells = cells;
        this.hashedWords = hashedWords;
        this.allWords = allWords;
    }

    /** All cells in declaration order. */
    public List<Cell> cells() {
        return cells;
    }

    /** How many leading words hold essential and ghost cells: those that are fingerprinted. */
    public int hashedWords() {
        return hashedWords;
    }

    /** How many words a state has, clock cells included. */
    public int allWords() {
        return allWords;
    }

    /** The cell of that full name. */
    public Optional<Cell> find(String name) {
        return cells.stream().filter(cell -> cell.name().equals(name)).findFirst();
    }

    /** The cells in which two states differ, in declaration order. */
    public List<CellChange> diff(long[] before, long[] after) {
        List<CellChange> changes = new ArrayList<>();
        for (Cell cell : cells) {
            long from = cell.rawIn(before);
            long to = cell.rawIn(after);
            if (from != to) {
                changes.add(new CellChange(cell.name(), cell.render(from), cell.render(to)));
            }
        }
        return changes;
    }
}

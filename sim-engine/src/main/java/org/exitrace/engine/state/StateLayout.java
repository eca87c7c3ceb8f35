package org.exitrace.engine.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names, types and places of all cells: the single source for rendering, diff and JSON. */
public final class StateLayout {

    private final List<Cell> cells;
    private final List<Region> regions;
    private final Map<String, Cell> byName = new LinkedHashMap<>();
    private final int hashedWords;
    private final int allWords;

    StateLayout(List<Cell> cells, List<Region> regions, int hashedWords, int allWords) {
        this.cells = cells;
        this.regions = regions;
        cells.forEach(cell -> byName.put(cell.name(), cell));
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
        return Optional.ofNullable(byName.get(name));
    }

    /** The cell of that full name and type, such as {@code lock.serving}, to be read. */
    public <C extends Cell> C cell(String name, Class<C> type) {
        Cell cell = byName.get(name);
        if (!type.isInstance(cell)) {
            throw new UnknownNameException(cell == null
                    ? "no cell is named '" + name + "'; there are " + byName.keySet()
                    : "cell '" + name + "' is a " + cell.getClass().getSimpleName()
                            + ", not a " + type.getSimpleName());
        }
        return type.cast(cell);
    }

    /** All regions of that type in the order in which they were opened, at least one. */
    public <R extends Region> List<R> regions(Class<R> type) {
        List<R> found = new ArrayList<>();
        for (Region region : regions) {
            if (type.isInstance(region)) {
                found.add(type.cast(region));
            }
        }
        if (found.isEmpty()) {
            throw new UnknownNameException("no region is a " + type.getSimpleName()
                    + "; there are " + regions.stream().map(region -> region.name() + ", a "
                    + region.getClass().getSimpleName()).toList());
        }
        return found;
    }

    /** The only region of that type. */
    public <R extends Region> R region(Class<R> type) {
        List<R> found = regions(type);
        if (found.size() > 1) {
            throw new UnknownNameException("more than one region is a "
                    + type.getSimpleName() + ": " + found + "; ask for all of them");
        }
        return found.get(0);
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

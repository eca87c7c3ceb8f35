package org.exitrace.reports.view;

import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.Cell;

/**
 * One cell and its first value.
 *
 * @param name full name, such as {@code vcpu[2].lapic.sipi}
 * @param role what the cell is for
 * @param initial value in the first state, as a person reads it
 */
public record CellView(String name, Role role, String initial) {

    /** What a cell is for. */
    public enum Role {
        /** Part of the modelled system. */
        ESSENTIAL,
        /** History for properties. */
        GHOST,
        /** Virtual time. */
        CLOCK,
        /** Where a program stands: shown by the steps themselves, so text leaves it out. */
        COUNTER
    }

    /** The cell with its value in {@code state}. */
    public static CellView of(Cell cell, long[] state) {
        return new CellView(cell.name(), role(cell), cell.renderIn(state));
    }

    /** The part of the name before the first dot; the region that holds the cell. */
    public String region() {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    static Role role(Cell cell) {
        if (cell instanceof ProgramCounter) {
            return Role.COUNTER;
        }
        return switch (cell.cellClass()) {
            case GHOST -> Role.GHOST;
            case CLOCK -> Role.CLOCK;
            default -> Role.ESSENTIAL;
        };
    }
}

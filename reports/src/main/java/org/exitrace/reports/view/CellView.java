package org.exitrace.reports.view;

import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.WordCell;

/**
 * One cell and its first value.
 *
 * @param name full name, such as {@code vcpu[2].lapic.sipi}
 * @param role what the cell is for
 * @param type what its values are
 * @param initial value in the first state, as a person reads it
 */
public record CellView(String name, Role role, Type type, String initial) {

    /** What values are, and how they are written. */
    public enum Type {
        /** {@code 0} or {@code 1}. */
        FLAG,
        /** A whole number in decimal digits that fits 32 bits. */
        NUMBER,
        /** 64 bits, as {@code 0x} and hexadecimal digits. */
        WORD,
        /** A set, its members between braces and parted by commas. */
        SET,
        /** Words. */
        TEXT
    }


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
        return new CellView(cell.name(), role(cell), type(cell), cell.renderIn(state));
    }

    /** The part of the name before the first dot; the region that holds the cell. */
    public String region() {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    private static Type type(Cell cell) {
        if (cell instanceof FlagCell) {
            return Type.FLAG;
        }
        if (cell instanceof CountCell) {
            return Type.NUMBER;
        }
        if (cell instanceof WordCell) {
            return Type.WORD;
        }
        return cell instanceof BitsCell ? Type.SET : Type.TEXT;
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

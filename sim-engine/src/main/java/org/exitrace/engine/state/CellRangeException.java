package org.exitrace.engine.state;

/** A step tried to put a value into a cell that the cell cannot hold: a bound was reached. */
public final class CellRangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CellRangeException(String cell, String type, long value) {
        super("bound reached: cell '" + cell + "' holds " + type + " and was given " + value
                + "; raise its bound where it is declared, or bound the steps that change it");
    }
}

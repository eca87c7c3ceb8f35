package org.exitrace.engine.state;

/**
 * One cell in which two states differ.
 *
 * @param cell the cell's full name
 * @param before its value in the first state, rendered
 * @param after its value in the second state, rendered
 */
public record CellChange(String cell, String before, String after) {

    @Override
    public String toString() {
        return cell + ": " + before + " -> " + after;
    }
}

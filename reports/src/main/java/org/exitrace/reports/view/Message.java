package org.exitrace.reports.view;

/**
 * What one actor wrote into a cell and another acted on.
 *
 * @param cell full name of the cell
 * @param became what was written: {@code = value}; for a set that only grew or only shrank
 *     {@code + {members}} or {@code - {members}}
 */
public record Message(String cell, String became) {

    @Override
    public String toString() {
        return cell + " " + became;
    }
}

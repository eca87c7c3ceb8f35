package org.exitrace.scenarios.family;

/**
 * One of the designs that are compared.
 *
 * @param name as the file names it
 * @param title what the design does, in one line
 */
public record FamilyColumn(String name, String title) {
}

package org.exitrace.scenarios.family;

import java.util.List;
import org.exitrace.engine.property.Property;

/**
 * A property that the designs of a family are compared by.
 *
 * @param group title of the group that it stands in
 * @param property as a machine of the family promises it
 * @param scenarios names of those in which it is decided: a design keeps it if it does in all
 */
public record FamilyRow(String group, Property property, List<String> scenarios) {

    /** Copies the list. */
    public FamilyRow {
        scenarios = List.copyOf(scenarios);
    }
}

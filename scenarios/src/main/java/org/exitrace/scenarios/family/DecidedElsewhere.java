package org.exitrace.scenarios.family;

import java.util.List;
import org.exitrace.engine.property.Property;
import org.exitrace.scenarios.file.Scenario;

/**
 * Properties of the same question that are no rows of a family, and an entry of the catalogue
 * whose machine decides them.
 *
 * @param entry which one
 * @param properties of it, at least one
 */
public record DecidedElsewhere(Scenario entry, List<Property> properties) {

    /** Copies the list. */
    public DecidedElsewhere {
        properties = List.copyOf(properties);
    }

    /** The designs of the entry of which it is known that {@code property} breaks there. */
    public List<String> brokenIn(Property property) {
        return entry.designs().stream()
                .filter(design -> design.expectation().broken().contains(property.id()))
                .map(design -> design.name()).toList();
    }
}

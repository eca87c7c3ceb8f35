package org.exitrace.engine.explore;

import java.util.Optional;
import org.exitrace.engine.property.Property;

/**
 * What a search says of one property.
 *
 * @param property the promise
 * @param outcome whether it holds
 * @param witness the schedule that breaks it, or that reaches a {@code reachable} one
 * @param why one sentence: what was seen, or why nothing can be said
 */
public record PropertyVerdict(
        Property property, Outcome outcome, Optional<Witness> witness, String why) {

    @Override
    public String toString() {
        return property.id() + " " + outcome + ": " + why;
    }
}

package org.exitrace.scenarios.file;

import java.util.List;
import java.util.Optional;

/**
 * What a scenario says a design shows.
 *
 * @param kind which of the three
 * @param broken ids of the properties that break; empty unless some are expected to
 */
public record Expectation(Kind kind, List<String> broken) {

    /** Nothing is said; then no property may break. */
    public static final Expectation NONE = new Expectation(Kind.NONE, List.of());
    /** Every property holds. */
    public static final Expectation VERIFIED = new Expectation(Kind.VERIFIED, List.of());

    /** Copies the list. */
    public Expectation {
        broken = List.copyOf(broken);
    }

    /** What can be expected. */
    public enum Kind {
        /** The file says nothing. */
        NONE,
        /** Every property holds. */
        VERIFIED,
        /** Certain properties break. */
        BROKEN
    }

    /** The properties of those ids break, and no other. */
    public static Expectation broken(List<String> properties) {
        return new Expectation(Kind.BROKEN, properties);
    }

    /** The property that the recorded schedule breaks: the first of those that break. */
    public Optional<String> brokenProperty() {
        return broken.stream().findFirst();
    }

    /** As lists show it: {@code verified}, {@code broken: no-lost-wake-up} or {@code -}. */
    @Override
    public String toString() {
        return switch (kind) {
            case NONE -> "-";
            case VERIFIED -> "verified";
            case BROKEN -> "broken: " + String.join(", ", broken);
        };
    }
}

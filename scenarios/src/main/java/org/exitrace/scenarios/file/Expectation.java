package org.exitrace.scenarios.file;

import java.util.Optional;

/**
 * What a scenario says a design shows.
 *
 * @param kind which of the three
 * @param broken the id of the property that breaks; empty unless one is expected to
 */
public record Expectation(Kind kind, String broken) {

    /** Nothing is said; then no property may break. */
    public static final Expectation NONE = new Expectation(Kind.NONE, "");
    /** Every property holds. */
    public static final Expectation VERIFIED = new Expectation(Kind.VERIFIED, "");

    /** What can be expected. */
    public enum Kind {
        /** The file says nothing. */
        NONE,
        /** Every property holds. */
        VERIFIED,
        /** A certain property breaks. */
        BROKEN
    }

    /** The property of that id breaks. */
    public static Expectation broken(String property) {
        return new Expectation(Kind.BROKEN, property);
    }

    /** The property that breaks, where one is expected to. */
    public Optional<String> brokenProperty() {
        return kind == Kind.BROKEN ? Optional.of(broken) : Optional.empty();
    }

    /** As lists show it: {@code verified}, {@code broken: no-lost-wake-up} or {@code -}. */
    @Override
    public String toString() {
        return switch (kind) {
            case NONE -> "-";
            case VERIFIED -> "verified";
            case BROKEN -> "broken: " + broken;
        };
    }
}

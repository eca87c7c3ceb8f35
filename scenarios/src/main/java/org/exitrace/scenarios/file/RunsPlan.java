package org.exitrace.scenarios.file;

import java.util.Arrays;

/**
 * Which seeded runs of a design are made.
 *
 * @param strategy how they choose
 * @param seed from which their seeds are drawn
 * @param count how many are made at most, from 1
 * @param steps after how many steps each ends at most, from 1
 */
public record RunsPlan(Strategy strategy, long seed, int count, int steps) {

    /** How many runs are made where nobody says it. */
    public static final int USUAL_COUNT = 1_000;
    /** From what seeds are drawn where nobody says it. */
    public static final long USUAL_SEED = 0;

    /** The plan where nobody says any more than how runs choose. */
    public static RunsPlan usual(Strategy strategy) {
        return new RunsPlan(strategy, USUAL_SEED, USUAL_COUNT, strategy.usualSteps);
    }

    /** How the runs of a plan choose. */
    public enum Strategy {
        /** Each run draws its way of choosing from its seed, as {@code fuzz} does. */
        DRAWN("drawn", 10_000),
        /** In virtual time, by the scenario's profile, as {@code time} does. */
        TIMED("timed", 1_000_000);

        private final String word;
        private final int usualSteps;

        Strategy(String word, int usualSteps) {
            this.word = word;
            this.usualSteps = usualSteps;
        }

        /** The strategy of that name; the usual one for any other text. */
        static Strategy named(String word) {
            return Arrays.stream(values()).filter(each -> each.word.equals(word))
                    .findFirst().orElse(DRAWN);
        }

        @Override
        public String toString() {
            return word;
        }
    }
}

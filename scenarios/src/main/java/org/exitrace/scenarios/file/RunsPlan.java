package org.exitrace.scenarios.file;

import java.util.Arrays;

/**
 * Which seeded runs of a design are made.
 *
 * @param strategy how they choose
 * @param seed from which their seeds are drawn
 * @param count how many are made at most, from 1
 */
public record RunsPlan(Strategy strategy, long seed, int count) {

    /** How many runs are made where nobody says it. */
    public static final int USUAL_COUNT = 1_000;
    /** From what seeds are drawn where nobody says it. */
    public static final long USUAL_SEED = 0;

    /** How the runs of a plan choose. */
    public enum Strategy {
        /** Each run draws its way of choosing from its seed, as {@code fuzz} does. */
        DRAWN("drawn"),
        /** In virtual time, by the scenario's profile, as {@code time} does. */
        TIMED("timed");

        private final String word;

        Strategy(String word) {
            this.word = word;
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

package org.exitrace.scenarios.oracle;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * A figure that can be predicted.
 *
 * @param oracle the group that it belongs to
 * @param scenario the scenario that predicts it
 * @param design in this design
 * @param what it is, in some words
 * @param form how it comes from the end of a run
 * @param measured what was measured; empty where it is held back
 * @param unit of both
 * @param withinPercent how close a prediction must lie to hold
 * @param note why it fails, or is not judged; empty for one that holds
 */
public record Outcome(String oracle, String scenario, String design, String what, Form form,
        Optional<BigDecimal> measured, String unit, BigDecimal withinPercent, String note) {

    private static final String NONE = "-";
    private static final int COLUMNS = 9;

    /** The outcome that a line of the table tells. */
    static Outcome parse(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException("an oracle has " + COLUMNS + " columns: " + line);
        }
        return new Outcome(columns[0], columns[1], columns[2], columns[3],
                Form.parse(columns[4]), number(columns[5]), columns[6],
                number(columns[7]).orElse(BigDecimal.ZERO), columns[8]);
    }

    private static Optional<BigDecimal> number(String text) {
        return text.equals(NONE) ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    /**
     * How a figure comes from the ends of runs.
     *
     * @param kind what is done with them
     * @param other another design of the same scenario; empty if none is needed
     * @param factor a number that is needed; 1 if none is
     */
    public record Form(Kind kind, String other, BigDecimal factor) {

        static Form parse(String text) {
            String[] words = text.split(" ");
            Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
            return switch (kind) {
                case END -> new Form(kind, "", BigDecimal.ONE);
                case LESS -> new Form(kind, words[1], BigDecimal.ONE);
                case RATE -> new Form(kind, "", new BigDecimal(words[1]));
                case SLOPE, RATIO -> new Form(kind, words[1], new BigDecimal(words[2]));
            };
        }
    }

    /** What is done with the ends of runs. */
    public enum Kind {
        /** The end itself. */
        END,
        /** So much later than the other design's. */
        LESS,
        /** So much later than the other design's, by {@code factor}. */
        SLOPE,
        /** {@code factor} times the end, by the other design's. */
        RATIO,
        /** {@code factor} things in that time. */
        RATE
    }
}

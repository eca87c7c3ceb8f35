package org.exitrace.scenarios.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A figure that was predicted, beside the one that was measured.
 *
 * @param outcome what was predicted, and how it is judged
 * @param predicted in the outcome's unit
 */
public record Prediction(Outcome outcome, BigDecimal predicted) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 8;

    /** How far the prediction lies above what was measured, in per cent; empty if unjudged. */
    public Optional<BigDecimal> errorPercent() {
        return outcome.measured().map(measured -> predicted.subtract(measured)
                .multiply(HUNDRED).divide(measured, DIGITS, RoundingMode.HALF_UP));
    }

    /** What is to be made of it. */
    public Verdict verdict() {
        return errorPercent().map(error -> error.abs().compareTo(outcome.withinPercent()) <= 0
                ? Verdict.HOLDS : Verdict.FAILS).orElse(Verdict.UNJUDGED);
    }

    /** What is to be made of a prediction. */
    public enum Verdict {
        /** It lies as close as was said beforehand. */
        HOLDS,
        /** It does not. */
        FAILS,
        /** What was measured is not known here. */
        UNJUDGED
    }
}

package org.exitrace.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.scenarios.oracle.Outcome;
import org.exitrace.scenarios.oracle.Prediction;
import org.exitrace.scenarios.oracle.Prediction.Verdict;

/** Predictions beside what was measured. */
final class ProfilePredict {

    private static final MathContext DIGITS = new MathContext(6);
    private static final String ROW = "%-39s %13s %10s %-6s %9s  %s";
    private static final int NOTES = 2;

    private ProfilePredict() {
    }

    static Answer of(List<Prediction> predictions) {
        Sheet sheet = new Sheet(NOTES);
        sheet.line(row("what", "predicted", "measured", "", "error", ""));
        String oracle = "";
        for (Prediction each : predictions) {
            if (!each.outcome().oracle().equals(oracle)) {
                oracle = each.outcome().oracle();
                sheet.gap().line(oracle + " (" + each.outcome().scenario() + ")");
            }
            write(each, sheet);
        }
        sheet.gap().line("of " + predictions.size() + " predictions "
                + count(predictions, Verdict.HOLDS) + " hold, "
                + count(predictions, Verdict.FAILS) + " fail, and "
                + count(predictions, Verdict.UNJUDGED) + " are left unjudged");
        return Answer.of(sheet.toString(), new JsonObject().put("predictions",
                predictions.stream().map(ProfilePredict::document).toList()));
    }

    private static long count(List<Prediction> predictions, Verdict verdict) {
        return predictions.stream().filter(each -> each.verdict() == verdict).count();
    }

    private static void write(Prediction each, Sheet sheet) {
        Outcome outcome = each.outcome();
        sheet.line(row("  " + outcome.what(), number(each.predicted()),
                outcome.measured().map(BigDecimal::toPlainString).orElse("-"), outcome.unit(),
                error(each).map(percent -> percent + " %").orElse("-"), word(each.verdict())));
        int colon = outcome.note().indexOf(": ");
        sheet.add("", colon < 0 ? "" : "  " + outcome.note().substring(colon + 2));
    }

    private static String row(
            String what, String predicted, String measured, String unit, String error,
            String verdict) {
        return String.format(Locale.ROOT, ROW, what, predicted, measured, unit, error, verdict);
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0"
                : value.round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /** In per cent, to a hundredth. */
    private static Optional<String> error(Prediction each) {
        return each.errorPercent().map(error -> error.setScale(2, RoundingMode.HALF_UP))
                .map(error -> (error.signum() > 0 ? "+" : "") + error.toPlainString());
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject document(Prediction each) {
        Outcome outcome = each.outcome();
        return new JsonObject().put("oracle", outcome.oracle())
                .put("scenario", outcome.scenario()).put("design", outcome.design())
                .put("what", outcome.what()).put("predicted", each.predicted().round(DIGITS))
                .put("measured", outcome.measured()).put("unit", outcome.unit())
                .put("errorPercent", error(each).map(BigDecimal::new))
                .put("withinPercent", outcome.withinPercent())
                .put("verdict", word(each.verdict())).put("note", outcome.note());
    }
}

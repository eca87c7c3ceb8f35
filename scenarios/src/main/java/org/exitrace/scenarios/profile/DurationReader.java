package org.exitrace.scenarios.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.Quantile;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Problems;

/** Reads the time of one cost. */
final class DurationReader {

    private static final List<String> FORMS =
            List.of("constant", "uniform", "exponential", "quantiles");
    private static final int PER_MILLION_DIGITS = 4;

    private final Problems problems;

    DurationReader(Problems problems) {
        this.problems = problems;
    }

    /** The time that {@code cost} gives; nothing, with a problem told, where it gives none. */
    Duration read(String key, Node.Mapping cost) {
        List<String> given = FORMS.stream().filter(form -> cost.get(form) != null).toList();
        if (given.size() != 1) {
            problems.add(cost.place(), "cost '" + key + "' needs one of "
                    + String.join(", ", FORMS) + ", and has "
                    + (given.isEmpty() ? "none" : String.join(" and ", given)));
            return Duration.constant(0);
        }
        String form = given.get(0);
        try {
            return duration(form, cost.get(form));
        } catch (IllegalArgumentException refused) {
            problems.add(cost.placeOf(form), "cost '" + key + "': " + refused.getMessage());
            return Duration.constant(0);
        }
    }

    private static Duration duration(String form, Node value) {
        return switch (form) {
            case "constant" -> Duration.constant(ns(value));
            case "exponential" -> Duration.exponential(ns(value));
            case "uniform" -> {
                List<Node> ends = ((Node.Sequence) value).items();
                yield Duration.uniform(ns(ends.get(0)), ns(ends.get(1)));
            }
            default -> Duration.quantiles(quantiles((Node.Mapping) value));
        };
    }

    private static List<Quantile> quantiles(Node.Mapping points) {
        List<Quantile> quantiles = new ArrayList<>();
        for (Map.Entry<String, Node.Entry> point : points.entries().entrySet()) {
            int perMillion = new BigDecimal(point.getKey())
                    .movePointRight(PER_MILLION_DIGITS).intValueExact();
            quantiles.add(new Quantile(perMillion, ns(point.getValue().value())));
        }
        return quantiles;
    }

    private static long ns(Node value) {
        return Long.parseLong(((Node.Scalar) value).text());
    }
}

package org.exitrace.scenarios.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.Quantile;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.Reading;

/** Reads the time of one cost. */
final class DurationReader {

    private static final List<String> FORMS =
            List.of("constant", "uniform", "exponential", "quantiles");
    private static final int PER_MILLION_DIGITS = 4;
    /** As in the schema. */
    private static final String PERCENTAGE = "100|[0-9]{1,2}(\\.[0-9]{1,4})?";
    private static final Duration NONE = Duration.constant(0);

    private final Problems problems;

    DurationReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * The time that {@code cost} gives; nothing where it gives none. What has the wrong shape was
     * told by the schema and is passed over.
     */
    Duration read(String key, Node.Mapping cost) {
        List<String> given = FORMS.stream().filter(form -> cost.get(form) != null).toList();
        if (given.size() != 1) {
            problems.add(cost.place(), "cost '" + key + "' needs one of "
                    + String.join(", ", FORMS) + ", and has "
                    + (given.isEmpty() ? "none" : String.join(" and ", given)));
            return NONE;
        }
        String form = given.get(0);
        try {
            return duration(form, cost.get(form));
        } catch (IllegalArgumentException refused) {
            problems.add(cost.placeOf(form), "cost '" + key + "': " + refused.getMessage());
            return NONE;
        }
    }

    private static Duration duration(String form, Node value) {
        return switch (form) {
            case "constant" -> isNs(value) ? Duration.constant(ns(value)) : NONE;
            case "exponential" -> isNs(value) ? Duration.exponential(ns(value)) : NONE;
            case "uniform" -> {
                List<Node> ends = Reading.items(value);
                yield ends.size() == 2 && ends.stream().allMatch(DurationReader::isNs)
                        ? Duration.uniform(ns(ends.get(0)), ns(ends.get(1))) : NONE;
            }
            default -> quantiles(Reading.mapping(value).entries());
        };
    }

    private static Duration quantiles(Map<String, Node.Entry> points) {
        boolean isShaped = points.size() > 1 && points.entrySet().stream().allMatch(point ->
                point.getKey().matches(PERCENTAGE) && isNs(point.getValue().value()));
        return !isShaped ? NONE : Duration.quantiles(points.entrySet().stream()
                .map(point -> new Quantile(new BigDecimal(point.getKey())
                        .movePointRight(PER_MILLION_DIGITS).intValueExact(),
                        ns(point.getValue().value()))).toList());
    }

    private static boolean isNs(Node value) {
        return value instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.INTEGER
                && ns(value) >= 0 && ns(value) <= Duration.MOST_NS;
    }

    private static long ns(Node value) {
        return Reading.number(value, -1);
    }
}

package org.exitrace.scenarios.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.Quantile;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.Reading;

/** Reads the time of one cost. */
final class DurationReader {

    private static final String LOG_NORMAL = "log-normal";
    private static final List<String> FORMS =
            List.of("constant", "uniform", "exponential", "quantiles", LOG_NORMAL);
    private static final int PER_MILLION_DIGITS = 4;
    /** As in the schema. */
    private static final String PERCENTAGE = "100|[0-9]{1,2}(\\.[0-9]{1,4})?";
    private static final Set<String> MOMENTS = Set.of("mean", "deviation");
    private static final Duration NONE = Duration.constant(0);

    private final long profileMhz;
    private final Problems problems;

    /** For a profile whose clock has so many MHz, 0 for none. */
    DurationReader(long profileMhz, Problems problems) {
        this.profileMhz = profileMhz;
        this.problems = problems;
    }

    /**
     * The time that {@code cost} gives; nothing where it gives none. What has the wrong shape was
     * told by the schema and is passed over.
     */
    Timed read(String key, Node.Mapping cost) {
        List<String> given = FORMS.stream().filter(form -> cost.get(form) != null).toList();
        if (given.size() != 1) {
            problems.add(cost.place(), "cost '" + key + "' needs one of "
                    + String.join(", ", FORMS) + ", and has "
                    + (given.isEmpty() ? "none" : String.join(" and ", given)));
            return new Timed(NONE, "");
        }
        String form = given.get(0);
        if (form.equals(LOG_NORMAL) == (cost.get("fit") == null)) {
            problems.add(cost.placeOf(form), "cost '" + key + "': 'fit' goes with 'log-normal'; "
                    + (form.equals(LOG_NORMAL) ? "say in it what was fitted to which samples"
                    : "remove it"));
        }
        Scale scale = Scale.of(key, cost, profileMhz, problems);
        try {
            return new Timed(duration(form, cost.get(form), scale),
                    told(form, cost.get(form)) + " " + scale + fit(cost));
        } catch (IllegalArgumentException refused) {
            problems.add(cost.placeOf(form), "cost '" + key + "': " + refused.getMessage());
            return new Timed(NONE, "");
        }
    }

    private static Duration duration(String form, Node value, Scale scale) {
        if (!isShaped(form, value)) {
            return NONE;
        }
        List<Node> ends = Reading.items(value);
        return switch (form) {
            case "constant" -> Duration.constant(scale.ns(value));
            case "exponential" -> Duration.exponential(scale.ns(value));
            case "uniform" -> Duration.uniform(scale.ns(ends.get(0)), scale.ns(ends.get(1)));
            case "quantiles" -> Duration.quantiles(quantiles(value, scale));
            default -> logNormal(Reading.mapping(value), scale).duration();
        };
    }

    private static LogNormal logNormal(Node.Mapping value, Scale scale) {
        if (value.keys().containsAll(MOMENTS)) {
            return LogNormal.ofMoments(
                    scale.ns(value.get("mean")), scale.ns(value.get("deviation")));
        }
        List<Quantile> two = quantiles(value, scale);
        return LogNormal.through(two.get(0), two.get(1));
    }

    private static List<Quantile> quantiles(Node points, Scale scale) {
        List<Quantile> quantiles = new ArrayList<>();
        Reading.mapping(points).entries().forEach((per, entry) -> quantiles.add(new Quantile(
                new BigDecimal(per).movePointRight(PER_MILLION_DIGITS).intValueExact(),
                scale.ns(entry.value()))));
        return quantiles;
    }

    private static boolean isShaped(String form, Node value) {
        Map<String, Node.Entry> points = Reading.mapping(value).entries();
        boolean isSet = points.values().stream().allMatch(each -> Scale.isNumber(each.value()));
        boolean isShares = points.keySet().stream().allMatch(key -> key.matches(PERCENTAGE));
        return switch (form) {
            case "uniform" -> Reading.items(value).size() == 2
                    && Reading.items(value).stream().allMatch(Scale::isNumber);
            case "quantiles" -> points.size() > 1 && isSet && isShares;
            case LOG_NORMAL -> points.size() == 2 && isSet
                    && (isShares || points.keySet().equals(MOMENTS));
            default -> Scale.isNumber(value);
        };
    }

    private static String told(String form, Node value) {
        Map<String, Node.Entry> points = Reading.mapping(value).entries();
        Stream<String> told = points.isEmpty()
                ? Stream.of(value).flatMap(each -> each instanceof Node.Sequence ends
                        ? ends.items().stream() : Stream.of(each)).map(Reading::text)
                : points.entrySet().stream().map(point -> point.getKey()
                        + (point.getKey().matches(PERCENTAGE) ? " %: " : " ")
                        + Reading.text(point.getValue().value()));
        List<String> numbers = told.toList();
        return form + " " + String.join(form.equals("uniform") ? " to " : ", ", numbers);
    }

    private static String fit(Node.Mapping cost) {
        return cost.get("fit") == null ? "" : "; " + Reading.text(cost.get("fit"));
    }

    /**
     * What a cost takes.
     *
     * @param duration for the engine
     * @param form as the file says it, with its unit
     */
    record Timed(Duration duration, String form) {
    }
}

package org.exitrace.scenarios.calibration;

import java.util.List;
import java.util.stream.Collectors;
import org.exitrace.traces.measure.LatencyHistogram;

/**
 * What a trace tells about one cost key.
 *
 * @param key as steps name it, or {@code exit.} and a reason where no step has a key for it
 * @param latencies all samples
 * @param conditions what was measured
 */
public record CalibratedCost(String key, LatencyHistogram latencies, String conditions) {

    private static final long MANY = 1_000;
    private static final long SOME = 100;

    /** The quantiles that a profile keeps, in parts per million. */
    private static final List<Integer> KEPT =
            List.of(0, 10_000, 50_000, 250_000, 500_000, 750_000, 900_000, 950_000, 990_000,
                    999_000, LatencyHistogram.ALL);

    /** How far the figure can be trusted: by the number of samples, for want of anything else. */
    public String confidence() {
        long samples = latencies.samples();
        return samples >= MANY ? "high" : samples >= SOME ? "medium" : "low";
    }

    /** The time as a profile says it. */
    public String form() {
        long least = latencies.quantileNs(0);
        if (least == latencies.quantileNs(LatencyHistogram.ALL)) {
            return "constant: " + least;
        }
        return KEPT.stream().map(part -> percent(part) + ": " + latencies.quantileNs(part))
                .collect(Collectors.joining(", ", "quantiles: {", "}"));
    }

    private static String percent(int perMillion) {
        return perMillion % 10_000 == 0 ? Integer.toString(perMillion / 10_000)
                : perMillion / 10_000 + "." + perMillion / 1_000 % 10;
    }
}

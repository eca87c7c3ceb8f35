package org.exitrace.scenarios.calibration;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exitrace.traces.measure.LatencyHistogram;

/**
 * What a trace tells about one cost key.
 *
 * @param key as steps name it, or {@code exit.} and a reason where no step has a key for it
 * @param latencies all samples
 * @param measured what was measured
 * @param doubts sentences that say why the figure is not to be trusted, whatever its samples are
 */
public record CalibratedCost(
        String key, LatencyHistogram latencies, String measured, List<String> doubts) {

    private static final long MANY = 1_000;
    private static final long SOME = 100;

    /** The quantiles that a profile keeps, in parts per million. */
    private static final List<Integer> KEPT =
            List.of(0, 10_000, 50_000, 250_000, 500_000, 750_000, 900_000, 950_000, 990_000,
                    999_000, LatencyHistogram.ALL);

    /** Copies the list. */
    public CalibratedCost {
        doubts = List.copyOf(doubts);
    }

    /** What was measured, and why it is not to be trusted. */
    public String conditions() {
        return Stream.concat(Stream.of(measured), doubts.stream())
                .collect(Collectors.joining("; "));
    }

    /** How far the figure can be trusted: by the number of samples, unless it is doubted. */
    public String confidence() {
        long samples = latencies.samples();
        if (!doubts.isEmpty() || samples < SOME) {
            return "low";
        }
        return samples >= MANY ? "high" : "medium";
    }

    /** The time as a profile says it. */
    public String form() {
        long least = quantileNs(0);
        if (least == quantileNs(LatencyHistogram.ALL)) {
            return "constant: " + least;
        }
        return KEPT.stream().map(part -> percent(part) + ": " + quantileNs(part))
                .collect(Collectors.joining(", ", "quantiles: {", "}"));
    }

    /**
     * A quantile as the profile has it: what the clock saw as nothing took less than two of its
     * steps, and not no time.
     */
    public long quantileNs(int perMillion) {
        return Math.max(latencies.stepNs(), latencies.quantileNs(perMillion));
    }

    private static String percent(int perMillion) {
        return perMillion % 10_000 == 0 ? Integer.toString(perMillion / 10_000)
                : perMillion / 10_000 + "." + perMillion / 1_000 % 10;
    }
}

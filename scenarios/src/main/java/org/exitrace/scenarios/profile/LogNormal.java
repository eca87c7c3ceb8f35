package org.exitrace.scenarios.profile;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.Quantile;

/**
 * A log-normal distribution as a table of quantiles, made when a profile is read: runs then draw
 * by whole-number arithmetic alone. Between two quantiles it is straight, and it ends where one
 * sample of two million lies beyond.
 */
final class LogNormal {

    private static final int[] TAIL =
            {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 8_000};
    private static final int BODY_STEP = 10_000;
    private static final double END = 0.5;

    private final double mean;
    private final double deviation;

    private LogNormal(double mean, double deviation) {
        this.mean = mean;
        this.deviation = deviation;
    }

    /** The one through two quantiles, both at a positive time, neither the least nor the most. */
    static LogNormal through(Quantile one, Quantile other) {
        Quantile low = one.perMillion() < other.perMillion() ? one : other;
        Quantile high = low == one ? other : one;
        if (low.perMillion() <= 0 || high.perMillion() >= Quantile.ALL) {
            throw new IllegalArgumentException("a log-normal time has neither a least nor a"
                    + " largest length; fit it through quantiles between 0 and 100 %");
        }
        if (low.ns() <= 0 || low.perMillion() == high.perMillion() || low.ns() > high.ns()) {
            throw new IllegalArgumentException("a log-normal time is fitted through two quantiles"
                    + " that rise from more than 0: " + high + " cannot follow " + low);
        }
        double from = NormalTable.deviations(low.perMillion());
        double step = (StrictMath.log(high.ns()) - StrictMath.log(low.ns()))
                / (NormalTable.deviations(high.perMillion()) - from);
        return new LogNormal(StrictMath.log(low.ns()) - step * from, step);
    }

    /** The one of this mean and standard deviation. */
    static LogNormal ofMoments(long meanNs, long deviationNs) {
        if (meanNs <= 0) {
            throw new IllegalArgumentException(
                    "the mean of a log-normal time is more than 0, not " + meanNs + " ns");
        }
        double ratio = (double) deviationNs / meanNs;
        double variance = StrictMath.log(1 + ratio * ratio);
        return new LogNormal(
                StrictMath.log(meanNs) - variance / 2, StrictMath.sqrt(variance));
    }

    /** For the engine. */
    Duration duration() {
        List<Quantile> points = new ArrayList<>();
        points.add(new Quantile(0, ns(END)));
        for (int tail : TAIL) {
            points.add(new Quantile(tail, ns(tail)));
        }
        for (int body = BODY_STEP; body < Quantile.ALL; body += BODY_STEP) {
            points.add(new Quantile(body, ns(body)));
        }
        for (int i = TAIL.length - 1; i >= 0; i--) {
            int upper = Quantile.ALL - TAIL[i];
            points.add(new Quantile(upper, ns(upper)));
        }
        points.add(new Quantile(Quantile.ALL, ns(Quantile.ALL - END)));
        return Duration.quantiles(points);
    }

    private long ns(double perMillion) {
        double ns = StrictMath.exp(mean + deviation * NormalTable.deviations(perMillion));
        if (ns > Duration.MOST_NS) {
            throw new IllegalArgumentException("a log-normal time so wide has samples of more than"
                    + " the " + Duration.MOST_NS + " ns that a step may take; give measured"
                    + " quantiles instead");
        }
        return StrictMath.round(ns);
    }
}

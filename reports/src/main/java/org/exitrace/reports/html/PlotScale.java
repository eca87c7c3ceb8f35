package org.exitrace.reports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.statistics.Shares;
import org.exitrace.reports.view.Plot;

/** One axis of a plot: from numbers to pixels, and the round numbers that are written at it. */
final class PlotScale {

    private static final int MOST_TICKS = 7;
    private static final double[] ROUND = {1, 2, 5};

    private final Plot.Axis axis;
    private final double least;
    private final double most;
    private final int from;
    private final int to;

    /** The least of {@code ends} stands at pixel {@code from}, the greatest at {@code to}. */
    PlotScale(Plot.Axis axis, DoubleStream ends, int from, int to) {
        double[] all = ends.toArray();
        double low = DoubleStream.of(all).min().orElseThrow();
        double high = DoubleStream.of(all).max().orElseThrow();
        boolean flat = high == low;
        double room = flat ? Math.max(1e-9, Math.abs(high) / 10) : 0;
        this.axis = axis;
        this.least = axis.logarithmic() ? Math.log10(low) - (flat ? 0.1 : 0) : low - room;
        this.most = axis.logarithmic() ? Math.log10(high) + (flat ? 0.1 : 0) : high + room;
        this.from = from;
        this.to = to;
    }

    static DoubleStream ends(Plot plot, List<ToDoubleFunction<Plot.Point>> of) {
        return plot.lines().stream().flatMap(line -> line.points().stream())
                .flatMapToDouble(point -> of.stream().mapToDouble(one -> one.applyAsDouble(point)));
    }

    /** Where {@code value} stands, in tenths of a pixel. */
    String pixel(double value) {
        double along = ((axis.logarithmic() ? Math.log10(value) : value) - least) / (most - least);
        long tenths = Math.round(10 * (from + along * (to - from)));
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + Math.abs(tenths % 10));
    }

    /** Round numbers within. */
    List<Double> ticks() {
        return axis.logarithmic() ? growing() : equal();
    }

    private List<Double> equal() {
        double step = Math.pow(10, Math.floor(Math.log10((most - least) / MOST_TICKS)));
        for (int i = 0; (most - least) / step > MOST_TICKS; i++) {
            step = step * (i % 3 == 1 ? 2.5 : 2);
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(least / step - 1e-9); i * step <= most + step / 1e9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private List<Double> growing() {
        boolean wide = most - least > 3;
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(least); power <= most; power++) {
            for (double digit : ROUND) {
                double at = Math.log10(digit) + power;
                if (at >= least - 1e-9 && at <= most + 1e-9 && (digit == 1 || !wide)) {
                    ticks.add(digit * Math.pow(10, power));
                }
            }
        }
        return ticks;
    }

    /** {@code tick} as people read it. */
    String label(double tick) {
        return switch (axis.unit()) {
            case NS -> tick < 0 ? "\u2212" + Durations.brief(Math.round(-tick))
                    : Durations.brief(Math.round(tick));
            case SHARE -> Shares.percent(tick);
            case TIMES -> "\u00d7" + String.format(Locale.ROOT, "%.4f", tick)
                    .replaceFirst("\\.?0+$", "");
        };
    }
}

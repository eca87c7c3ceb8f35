package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.statistics.Interval;
import org.exitrace.reports.statistics.Percentiles;
import org.exitrace.reports.statistics.Percentiles.Percentile;
import org.exitrace.reports.statistics.WilsonInterval;
import org.exitrace.reports.view.Figure;
import org.exitrace.reports.view.Plot;
import org.exitrace.reports.view.StudyPart;

/** Figures of studies as tables, plots and programs want them. */
final class StudyFigures {

    private static final int PLOTTED = 100;

    private StudyFigures() {
    }

    /** The usual percentiles of {@code samples}, at least one. */
    static List<Figure> percentiles(String design, String at, String what, long[] samples) {
        Percentiles sample = new Percentiles(samples);
        List<Figure> figures = new ArrayList<>();
        for (int rank : Percentiles.USUAL) {
            Percentile percentile = sample.at(rank);
            figures.add(new Figure("percentiles", design, at, what + ", " + percentile.name(),
                    "ns", sample.count(), percentile.value(), open(percentile.low()),
                    open(percentile.high()), Figure.ORDER));
        }
        return figures;
    }

    /** How often a property broke. */
    static Figure share(String design, String at, String property, WilsonInterval interval) {
        return new Figure("broken", design, at, property, "share", interval.tried(),
                interval.share(), interval.low(), interval.high(), Figure.WILSON);
    }

    /** An estimate with its interval, which {@code method} made. */
    static Figure of(String part, String quantity, String unit, long samples, Interval interval,
            String method) {
        return new Figure(part, "", "", quantity, unit, samples, interval.value(),
                interval.low(), interval.high(), method);
    }

    /** Which share of the samples is at most so long; each sample series has at least one. */
    static Plot cumulative(String what, List<String> names, List<long[]> samples) {
        List<Plot.Line> lines = new ArrayList<>();
        long most = 0;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < names.size(); i++) {
            Percentiles sample = new Percentiles(samples.get(i));
            most = Math.max(most, sample.most());
            least = Math.min(least, sample.least());
            List<Plot.Point> points = new ArrayList<>();
            points.add(Plot.Point.of(sample.least(), 0));
            for (int part = 1; part < PLOTTED; part++) {
                points.add(Plot.Point.of(sample.value(part * (Percentiles.WHOLE / PLOTTED)),
                        part / (double) PLOTTED));
            }
            points.add(Plot.Point.of(sample.most(), 1));
            lines.add(new Plot.Line(names.get(i), points));
        }
        boolean logarithmic = least > 0 && most / 20 >= least;
        return new Plot(what, new Plot.Axis(what, Plot.Unit.NS, logarithmic),
                new Plot.Axis("runs that took at most so long", Plot.Unit.SHARE, false), lines);
    }

    /** An end of an interval of order statistics, for programs. */
    static double open(long ns) {
        return ns == Percentile.OPEN ? Double.NaN : ns;
    }

    /** Rounded to a whole number. */
    static String whole(double ns) {
        return Durations.grouped(Math.round(ns));
    }

    static String decimals(double value, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.matches("-0[.]0*") ? text.substring(1) : text;
    }

    /** All figures of {@code parts} for programs. */
    static List<JsonObject> ofParts(List<StudyPart> parts) {
        return json(parts.stream().flatMap(part -> part.figures().stream()).toList());
    }

    /** Figures for programs; what is not known is null. */
    static List<JsonObject> json(List<Figure> figures) {
        return figures.stream().map(figure -> new JsonObject().put("part", figure.part())
                .put("design", figure.design()).put("at", figure.at())
                .put("quantity", figure.quantity()).put("unit", figure.unit())
                .put("samples", figure.samples()).put("value", known(figure.value()))
                .put("low", known(figure.low())).put("high", known(figure.high()))
                .put("method", figure.method())).toList();
    }

    private static Object known(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        return value == Math.rint(value) && Math.abs(value) < 0x1p53
                ? (Object) (long) value : (Object) value;
    }
}

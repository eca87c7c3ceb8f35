package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.statistics.Percentiles;
import org.exitrace.reports.statistics.Percentiles.Percentile;
import org.exitrace.reports.statistics.Shares;
import org.exitrace.reports.statistics.WilsonInterval;
import org.exitrace.reports.view.Figure;
import org.exitrace.reports.view.Plot;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.scenarios.campaign.TimingSamples;

/** What timed runs showed while one cost went from one value to another. */
final class SweptTimes {

    private static final String END = "end of the run";
    private static final List<Integer> RANKS = List.of(500, 5000, 9500);

    private final SweepOption sweep;
    private final List<SweepOption.Point> points = new ArrayList<>();
    private final List<TimingSamples> samples = new ArrayList<>();

    SweptTimes(SweepOption sweep) {
        this.sweep = sweep;
    }

    /** Runs with one value; a point that was interrupted before its first run shows nothing. */
    void add(SweepOption.Point point, TimingSamples shown) {
        if (shown.runs() > 0) {
            points.add(point);
            samples.add(shown);
        }
    }

    /** All parts; {@code command} repeats a point whose value is written behind it. */
    List<StudyPart> parts(String command) {
        if (points.isEmpty()) {
            return List.of(StudyPart.saying("Nothing to show", List.of("No run was made."), ""));
        }
        List<StudyPart> parts = new ArrayList<>();
        parts.add(ends(command));
        if (!broken().isEmpty()) {
            parts.add(shares(command));
        }
        return parts;
    }

    private StudyPart ends(String command) {
        List<List<String>> rows = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Percentiles ends = new Percentiles(samples.get(i).endNs());
            Percentile median = ends.at(RANKS.get(1));
            rows.add(List.of(points.get(i).written(), Integer.toString(ends.count()),
                    Durations.grouped(ends.value(RANKS.get(0))),
                    Durations.grouped(median.value()), median.lowShown(),
                    median.highShown(),
                    Durations.grouped(ends.value(RANKS.get(2)))));
            figures.addAll(StudyFigures.percentiles(
                    "", points.get(i).written(), END, samples.get(i).endNs()));
        }
        return new StudyPart(END + " over " + sweep.key() + ", ns",
                List.of(sweep.key(), "runs", "p5", "p50", "95 % from", "to", "p95"), rows,
                List.of(medians()), List.of("All points meet the same chance: differences between"
                        + " them are the cost's. Intervals by order statistics. The command of"
                        + " another point has its value behind --cost " + sweep.key() + "=."),
                figures,
                command + points.get(0).written());
    }

    private Plot medians() {
        List<Plot.Line> lines = new ArrayList<>();
        for (int rank : RANKS) {
            List<Plot.Point> line = new ArrayList<>();
            String name = "";
            for (int i = 0; i < points.size(); i++) {
                Percentile at = new Percentiles(samples.get(i).endNs()).at(rank);
                name = at.name();
                line.add(new Plot.Point(points.get(i).value(), at.value(),
                        at.low() == Percentile.OPEN ? at.value() : at.low(),
                        at.high() == Percentile.OPEN ? at.value() : at.high()));
            }
            lines.add(new Plot.Line(name, line));
        }
        return new Plot(END + " over " + sweep.key(), across(),
                new Plot.Axis(END, Plot.Unit.NS, false), lines);
    }

    private Plot.Axis across() {
        double first = points.get(0).value();
        boolean wide = first > 0 && points.get(points.size() - 1).value() >= 10 * first;
        return new Plot.Axis(sweep.key(), sweep.isFactor() ? Plot.Unit.TIMES : Plot.Unit.NS, wide);
    }

    private List<String> broken() {
        Set<String> ids = new LinkedHashSet<>();
        samples.forEach(sample -> ids.addAll(sample.brokenRuns().keySet()));
        return List.copyOf(ids);
    }

    private StudyPart shares(String command) {
        List<List<String>> rows = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        List<Plot.Line> lines = new ArrayList<>();
        for (String id : broken()) {
            List<Plot.Point> line = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                WilsonInterval share = WilsonInterval.of(
                        samples.get(i).broken(id), samples.get(i).runs());
                rows.add(List.of(id, points.get(i).written(), Long.toString(share.happened()),
                        Shares.percent(share.share()), Shares.percent(share.low()),
                        Shares.percent(share.high())));
                figures.add(StudyFigures.share("", points.get(i).written(), id, share));
                line.add(new Plot.Point(points.get(i).value(), share.share(), share.low(),
                        share.high()));
            }
            lines.add(new Plot.Line(id, line));
        }
        return new StudyPart("how often properties broke over " + sweep.key(),
                List.of("broken", sweep.key(), "runs", "share", "95 % from", "to"), rows,
                List.of(new Plot("how often properties broke", across(),
                        new Plot.Axis("share of the runs", Plot.Unit.SHARE, false), lines)),
                List.of("Wilson's score interval."), figures,
                command + points.get(points.size() - 1).written());
    }
}

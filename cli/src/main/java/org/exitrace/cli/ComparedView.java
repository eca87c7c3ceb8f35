package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.statistics.Interval;
import org.exitrace.reports.statistics.PairedDifference;
import org.exitrace.reports.statistics.Percentiles;
import org.exitrace.reports.statistics.ShareDifference;
import org.exitrace.reports.statistics.WilsonInterval;
import org.exitrace.reports.view.Figure;
import org.exitrace.reports.view.StudyPart;

/** Two designs held against each other, as parts of a report. */
final class ComparedView {

    private static final String END = "end of the run";
    private static final String DIFFERENCE = "difference";

    private final ComparedTimes times;
    private final String firstName;
    private final String secondName;

    ComparedView(ComparedTimes times) {
        this.times = times;
        this.firstName = times.arms().get(0).name();
        this.secondName = times.arms().get(1).name();
    }

    /**
     * All parts.
     *
     * @param rare what else is told of how often properties break
     * @param spent where the time of the two went
     */
    List<StudyPart> parts(List<StudyPart> rare, List<StudyPart> spent) {
        List<StudyPart> parts = new ArrayList<>();
        if (times.pairs() == 0) {
            parts.add(StudyPart.saying("Nothing to compare",
                    List.of("One of the two made no run."), ""));
            return parts;
        }
        parts.add(percentiles());
        times.ends().ifPresent(difference -> parts.add(difference(difference)));
        if (!times.shares().isEmpty()) {
            parts.add(shares());
        }
        parts.addAll(rare);
        parts.addAll(spent);
        return parts;
    }

    private StudyPart percentiles() {
        List<List<String>> rows = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        Percentiles one = new Percentiles(times.ends(0));
        Percentiles other = new Percentiles(times.ends(1));
        rows.add(List.of("least", Durations.grouped(one.least()), "", "",
                Durations.grouped(other.least()), "", ""));
        for (int rank : Percentiles.USUAL) {
            Percentiles.Percentile left = one.at(rank);
            Percentiles.Percentile right = other.at(rank);
            rows.add(List.of(left.name(), Durations.grouped(left.value()),
                    left.lowShown(), left.highShown(),
                    Durations.grouped(right.value()), right.lowShown(),
                    right.highShown()));
        }
        rows.add(List.of("most", Durations.grouped(one.most()), "", "",
                Durations.grouped(other.most()), "", ""));
        figures.addAll(StudyFigures.percentiles(firstName, "", END, times.ends(0)));
        figures.addAll(StudyFigures.percentiles(secondName, "", END, times.ends(1)));
        return new StudyPart(END + ", ns: " + firstName + " | " + secondName,
                List.of("rank", firstName, "95 % from", "to", secondName, "95 % from", "to"),
                rows, List.of(StudyFigures.cumulative(END, List.of(firstName, secondName),
                        List.of(times.ends(0), times.ends(1)))),
                List.of("of " + TraceTally.counted(times.pairs(), "run") + " of each; intervals by"
                        + " order statistics, which assume nothing of the distribution; open:"
                        + " too few samples to bound that side"), figures, "");
    }

    private StudyPart difference(PairedDifference difference) {
        String column = "runs for " + Numbers.Part.written(times.precision());
        List<List<String>> rows = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        double wanted = times.wantedNs();
        long plainRuns = difference.plainRunsFor(wanted);
        if (times.isPaired()) {
            long pairs = difference.pairsFor(wanted);
            row("mean, paired", difference.mean(), times.pairs(), pairs, rows, figures);
            times.cleanEnds().ifPresent(clean -> row("mean, paired, where neither broke",
                    clean.mean(), clean.pairs(), clean.pairsFor(wanted), rows, figures));
            row("mean, not paired", difference.plain(), times.pairs(), plainRuns, rows, figures);
            Percentiles.Percentile median = difference.median();
            rows.add(List.of("median of the differences", Durations.grouped(median.value()),
                    median.lowShown(), median.highShown(), ""));
            figures.add(new Figure(DIFFERENCE, "", "", "median of the differences", "ns",
                    times.pairs(), median.value(), StudyFigures.open(median.low()),
                    StudyFigures.open(median.high()), Figure.ORDER));
        } else {
            row("mean, not paired", difference.plain(), times.pairs(), plainRuns, rows, figures);
        }
        return new StudyPart("how much longer " + secondName + " takes than " + firstName + ", ns",
                List.of(secondName + " less " + firstName, "value", "95 % from", "to", column),
                rows, List.of(), notes(difference), figures, "");
    }

    private void row(String name, Interval interval, int samples, long runs,
            List<List<String>> rows, List<Figure> figures) {
        rows.add(List.of(name, StudyFigures.whole(interval.value()),
                StudyFigures.whole(interval.low()), StudyFigures.whole(interval.high()),
                Durations.grouped(runs)));
        figures.add(StudyFigures.of(
                DIFFERENCE, name, "ns", samples, interval, Figure.STUDENT));
        figures.add(Figure.exact(DIFFERENCE, "", "", name + ": runs for "
                + Numbers.Part.written(times.precision()), "runs", samples, runs));
    }

    private List<String> notes(PairedDifference difference) {
        List<String> notes = new ArrayList<>();
        if (times.isPaired()) {
            notes.add("Run by run both met the same chance: each actor draws its n-th time under a"
                    + " key alike in both. Their correlation is "
                    + StudyFigures.decimals(difference.correlation(), 3) + ".");
            notes.add("Means by Student's t; not paired is Welch's, as if the two had nothing in"
                    + " common; the median by order statistics.");
            times.cleanEnds().ifPresent(clean -> notes.add("In " + Durations.grouped(clean.pairs())
                    + " runs neither design broke anything: the row of these tells what "
                    + secondName + " costs where " + firstName + " works."));
            if (times.cleanRuns().length < 2) {
                notes.add("There is " + (times.cleanRuns().length == 0 ? "no run" : "one run alone")
                        + " in which neither design broke anything, so that nothing tells what "
                        + secondName + " costs where " + firstName + " works; in these differences"
                        + " runs that broke are held against others.");
            }
        } else {
            notes.add("The two met different chance. The mean by Welch's interval.");
        }
        notes.add("The last column: so many runs of each until half of the interval is "
                + Numbers.Part.written(times.precision()) + " of " + firstName + "'s mean ("
                + Durations.brief(Math.round(times.wantedNs())) + "), going by the variance of"
                + " these.");
        return notes;
    }

    private StudyPart shares() {
        String column = "runs for " + Numbers.Part.written(times.precision());
        ShareTable table = new ShareTable("runs", "share", column);
        List<String> names = List.of(firstName, secondName);
        for (List<String> together : times.together()) {
            String ids = String.join(", ", together);
            ShareDifference difference = times.shares().get(together.get(0));
            for (int place = 0; place < names.size(); place++) {
                WilsonInterval one = share(place, together.get(0));
                table.add(ids, names.get(place), one.happened(), one.interval());
            }
            OptionalLong needed = needed(difference);
            table.difference(ids, names, interval(difference),
                    difference.onlyFirst() + " | " + difference.onlySecond(),
                    needed.isPresent() ? Durations.grouped(needed.getAsLong()) : "-");
        }
        times.shares().forEach((id, difference) -> {
            for (int place = 0; place < names.size(); place++) {
                table.add(StudyFigures.share(names.get(place), "", id, share(place, id)));
            }
            table.add(StudyFigures.of(DIFFERENCE, id, "share", times.pairs(),
                    interval(difference), Figure.NEWCOMBE));
            needed(difference).ifPresent(runs -> table.add(Figure.exact(DIFFERENCE, "", "",
                    id + ": " + column, "runs", times.pairs(), runs)));
        });
        return table.part("how often properties broke: " + firstName + " | " + secondName,
                List.of("Of " + Durations.grouped(times.pairs()) + " runs of each; shares with"
                        + " Wilson's interval. Differences are in points of a hundred, by"
                        + " Newcombe's score interval of "
                        + (times.isPaired() ? "paired" : "independent") + " shares (method 10);"
                        + " their runs are those that broke it in the first alone and in the"
                        + " second alone. Properties that broke in the same runs of both"
                        + " share their rows. The last column: so many runs of each until half of"
                        + " the difference's interval is " + Numbers.Part.written(times.precision())
                        + ", should they go on breaking as often."), "");
    }

    private WilsonInterval share(int place, String id) {
        return WilsonInterval.of(times.broken(place, id), times.pairs());
    }

    private OptionalLong needed(ShareDifference difference) {
        return times.isPaired() ? difference.pairsFor(times.precision())
                : difference.plainRunsFor(times.precision());
    }

    private Interval interval(ShareDifference difference) {
        return times.isPaired() ? difference.paired() : difference.plain();
    }
}

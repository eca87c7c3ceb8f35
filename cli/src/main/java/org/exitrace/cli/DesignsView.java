package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.view.Figure;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.scenarios.campaign.TimingSamples;

/** What timed runs of many designs took, side by side, and where their time went. */
final class DesignsView {

    private static final String PART = "designs";

    private final List<Timed> designs = new ArrayList<>();

    /**
     * The runs of one design.
     *
     * @param name the design's
     * @param samples what they showed
     * @param spent where their time went
     */
    record Timed(String name, TimingSamples samples, SpentTime spent) {

        private double aRun(long sum) {
            return sum / (double) Math.max(1, samples.runs());
        }
    }

    void add(String name, TimingSamples samples, SpentTime spent) {
        designs.add(new Timed(name, samples, spent));
    }

    /** All tables. */
    List<StudyPart> parts() {
        return List.of(totals(),
                byKey("where time went, by cost: busy, a run", SpentTime::costs, "busy"),
                byKey("where time went, by delay: a run", SpentTime::delays, "delay"),
                times());
    }

    private StudyPart totals() {
        List<List<String>> rows = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (Timed design : designs) {
            double endNs = design.aRun(LongStream.of(design.samples().endNs()).sum());
            double steps = design.aRun(LongStream.of(design.samples().steps()).sum());
            double exits = design.aRun(design.spent().exits());
            double blocked = design.aRun(design.spent().blockedNs());
            rows.add(List.of(design.name(), Durations.grouped(design.samples().runs()),
                    StudyFigures.whole(endNs), StudyFigures.whole(steps),
                    StudyFigures.whole(exits), StudyFigures.whole(blocked),
                    String.join(", ", design.samples().brokenRuns().keySet())));
            figure(design, "end of the run", "ns", endNs, figures);
            figure(design, "steps", "steps", steps, figures);
            figure(design, "exits", "steps", exits, figures);
            figure(design, "blocked", "ns", blocked, figures);
        }
        return new StudyPart("what each design takes, a run", List.of("design", "runs",
                "end of the run, ns", "steps", "exits", "blocked, ns", "broken"), rows, List.of(),
                List.of("Exits are the steps whose cost is one of an exit to the host. Blocked: how"
                        + " long actors that were free waited for somebody else, all together."),
                figures, "");
    }

    private StudyPart byKey(
            String title, Function<SpentTime, List<SpentTime.Sum>> sums, String kind) {
        List<Figure> figures = new ArrayList<>();
        List<List<String>> rows = rows(sums, sum -> sum.ns(), Durations::brief);
        for (Timed design : designs) {
            sums.apply(design.spent()).forEach(sum -> figure(design,
                    kind + " " + SpentView.called(sum.key()), "ns", design.aRun(sum.ns()),
                    figures));
        }
        return new StudyPart(title, head(), rows, List.of(), List.of(), figures, "");
    }

    private StudyPart times() {
        List<Figure> figures = new ArrayList<>();
        for (Timed design : designs) {
            design.spent().costs().forEach(sum -> figure(design, "steps under "
                    + SpentView.called(sum.key()), "steps", design.aRun(sum.times()), figures));
        }
        return new StudyPart("how many steps under each cost, a run", head(),
                rows(SpentTime::costs, sum -> sum.times(), Durations::grouped),
                List.of(), List.of(), figures, "");
    }

    private List<String> head() {
        List<String> head = new ArrayList<>(List.of("cost"));
        designs.forEach(design -> head.add(design.name()));
        return head;
    }

    /** A row for each key that any design spends something under. */
    private List<List<String>> rows(Function<SpentTime, List<SpentTime.Sum>> sums,
            ToLongFunction<SpentTime.Sum> figure, Function<Long, String> written) {
        Set<String> keys = new LinkedHashSet<>();
        designs.forEach(design -> sums.apply(design.spent()).forEach(sum -> keys.add(sum.key())));
        List<List<String>> rows = new ArrayList<>();
        for (String key : keys) {
            List<String> row = new ArrayList<>(List.of(SpentView.called(key)));
            for (Timed design : designs) {
                SpentTime.Sum sum = SpentTime.under(key, sums.apply(design.spent()));
                row.add(written.apply(Math.round(design.aRun(figure.applyAsLong(sum)))));
            }
            rows.add(row);
        }
        return rows;
    }

    private static void figure(Timed design, String quantity, String unit, double value,
            List<Figure> figures) {
        figures.add(Figure.exact(
                PART, design.name(), "", quantity, unit, design.samples().runs(), value));
    }
}

package org.exitrace.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.statistics.Percentiles;
import org.exitrace.reports.view.ComparisonView.Figures;
import org.exitrace.reports.view.ComparisonView.Operation;

/** What a measured operation takes, figure by figure, each with a text for each design. */
public final class OperationFigures {

    private static final String NOTHING = "-";

    private OperationFigures() {
    }

    /**
     * One figure.
     *
     * @param name what it is
     * @param texts one for each design, in the order of the columns
     */
    public record Figure(String name, List<String> texts) {
    }

    /** All figures; those of time only where some design has them. */
    public static List<Figure> of(Operation operation) {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("steps", operation,
                each -> each.steps().map(OperationFigures::range)));
        figures.add(figure("crossings", operation,
                each -> each.crossings().map(OperationFigures::range)));
        if (operation.figures().stream().anyMatch(each -> each.ns().isPresent())) {
            figures.add(figure("least", operation, ns(Percentiles::least)));
            for (int rank : Percentiles.USUAL) {
                figures.add(figure(new Percentiles(new long[1]).at(rank).name(), operation,
                        ns(sample -> sample.at(rank).value())));
            }
            figures.add(figure("most", operation, ns(Percentiles::most)));
        }
        return figures;
    }

    private static Figure figure(String name, Operation operation,
            Function<Figures, Optional<String>> told) {
        return new Figure(name, operation.figures().stream()
                .map(each -> told.apply(each).orElse(NOTHING)).toList());
    }

    private static Function<Figures, Optional<String>> ns(Function<Percentiles, Long> of) {
        return figures -> figures.ns().filter(ns -> ns.length > 0)
                .map(ns -> Durations.brief(of.apply(new Percentiles(ns))));
    }

    /** The median, and from where to where where that is not all. */
    private static String range(long[] samples) {
        if (samples.length == 0) {
            return NOTHING;
        }
        Percentiles sample = new Percentiles(samples);
        String median = Durations.grouped(sample.at(Percentiles.WHOLE / 2).value());
        return sample.least() == sample.most() ? median : median + " (" + Durations.grouped(
                sample.least()) + "-" + Durations.grouped(sample.most()) + ")";
    }
}

package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.view.Figure;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.scenarios.campaign.TimingSamples;

/** Exits of virtual CPUs in the columns that {@code perf kvm stat report} prints. */
final class ExitsView {

    private static final double NS_A_US = 1_000;

    private ExitsView() {
    }

    /**
     * A table of them; nothing where nobody exits and enters again.
     *
     * @param all how many steps exited, whether an entry followed or not
     */
    static List<StudyPart> parts(TimingSamples samples, long all) {
        if (samples.exits().isEmpty()) {
            return List.of();
        }
        long count = samples.exits().stream().mapToLong(TimingSamples.Exit::count).sum();
        long ns = Math.max(1, samples.exits().stream().mapToLong(TimingSamples.Exit::ns).sum());
        List<List<String>> rows = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (TimingSamples.Exit exit : samples.exits()) {
            double mean = exit.ns() / (double) exit.count();
            double variance = exit.count() < 2 ? 0 : Math.max(0,
                    (exit.squares() - mean * exit.ns()) / (exit.count() - 1));
            double spread = mean == 0 ? 0 : 100 * Math.sqrt(variance / exit.count()) / mean;
            rows.add(List.of(exit.reason().replaceAll("\\s+", "_"),
                    Long.toString(exit.count()), percent(exit.count() / (double) count),
                    percent(exit.ns() / (double) ns), us(exit.leastNs()), us(exit.mostNs()),
                    us(mean) + String.format(Locale.ROOT, " ( +-%7.2f%% )", spread)));
            figures.add(Figure.exact("exits", "", "", exit.reason() + ", mean", "ns",
                    exit.count(), mean));
        }
        return List.of(new StudyPart("exits, from each to the same actor's next entry",
                List.of("VM-EXIT", "Samples", "Samples%", "Time%", "Min Time", "Max Time",
                        "Avg time"), rows, List.of(),
                List.of("Total Samples:" + count + ", Total events handled time:" + us(ns) + ".",
                        all == count ? "Each exit was followed by an entry." : "Left out: "
                        + Durations.grouped(all - count) + " of " + Durations.grouped(all)
                        + " exits, which no entry of the same actor followed."),
                figures, ""));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    private static String us(double ns) {
        return String.format(Locale.ROOT, "%.2fus", ns / NS_A_US);
    }
}

package org.exitrace.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.view.Figure;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.scenarios.campaign.TimingSamples.Exit;

/** Exits of virtual CPUs in the columns that {@code perf kvm stat report} prints. */
final class ExitsView {

    private static final double NS_A_US = 1_000;
    private static final String PART = "exits";

    private final String design;
    private final List<Exit> exits;
    private final long count;
    private final long ns;

    /** Of one design; its name is empty where there is only one. */
    ExitsView(String design, List<Exit> exits) {
        this.design = design;
        this.exits = exits;
        this.count = exits.stream().mapToLong(Exit::count).sum();
        this.ns = Math.max(1, exits.stream().mapToLong(Exit::ns).sum());
    }

    /**
     * A table of them; nothing where nobody exits and enters again.
     *
     * @param all how many steps exited, whether an entry followed or not
     */
    List<StudyPart> parts(long all) {
        if (exits.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (Exit reason : reasons()) {
            rows.add(row(reason.reason(), reason));
            figures(reason.reason(), reason, figures);
            for (Exit step : exits) {
                if (step.reason().equals(reason.reason()) && isTold(step)) {
                    rows.add(row("-" + step.step().replaceAll("\\s+", "_"), step));
                    figures(step.reason() + ", " + step.step(), step, figures);
                }
            }
        }
        return List.of(new StudyPart("exits, from each to the same actor's next entry"
                + (design.isEmpty() ? "" : ": " + design),
                List.of("VM-EXIT", "Samples", "Samples%", "Time%", "Min Time", "Max Time",
                        "Avg time"), rows, List.of(),
                List.of("Total Samples:" + count + ", Total events handled time:" + us(ns) + ".",
                        all == count ? "Each exit was followed by an entry." : "Left out: "
                        + Durations.grouped(all - count) + " of " + Durations.grouped(all)
                        + " exits, which no entry of the same actor followed."),
                figures, ""));
    }

    /** As perf has them, one for each reason; the most frequent first. */
    private List<Exit> reasons() {
        Map<String, Exit> reasons = new LinkedHashMap<>();
        exits.forEach(exit -> reasons.merge(exit.reason(), exit, Exit::and));
        return reasons.values().stream()
                .sorted(Comparator.comparingLong(Exit::count).reversed()).toList();
    }

    /** A step that is called as its reason is has no row of its own. */
    private static boolean isTold(Exit exit) {
        return exit.reason().equals("vmgexit");
    }

    private List<String> row(String name, Exit exit) {
        double mean = exit.ns() / (double) exit.count();
        double variance = exit.count() < 2 ? 0 : Math.max(0,
                (exit.squares() - mean * exit.ns()) / (exit.count() - 1));
        double spread = mean == 0 ? 0 : 100 * Math.sqrt(variance / exit.count()) / mean;
        return List.of(name, Long.toString(exit.count()),
                percent(exit.count() / (double) count), percent(exit.ns() / (double) ns),
                us(exit.leastNs()), us(exit.mostNs()),
                us(mean) + String.format(Locale.ROOT, " ( +-%6.2f%% )", spread));
    }

    private void figures(String name, Exit exit, List<Figure> figures) {
        figure(name + ", mean", exit, exit.ns() / (double) exit.count(), figures);
        figure(name + ", least", exit, exit.leastNs(), figures);
        figure(name + ", most", exit, exit.mostNs(), figures);
        figure(name + ", all together", exit, exit.ns(), figures);
    }

    private void figure(String quantity, Exit exit, double value, List<Figure> figures) {
        figures.add(Figure.exact(PART, design, "", quantity, "ns", exit.count(), value));
    }

    /** What programs see: each step that exits. */
    List<JsonObject> json() {
        return exits.stream().map(exit -> new JsonObject().put("reason", exit.reason())
                .put("step", exit.step()).put("count", exit.count()).put("ns", exit.ns())
                .put("leastNs", exit.leastNs()).put("mostNs", exit.mostNs())).toList();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    private static String us(double ns) {
        return String.format(Locale.ROOT, "%.2fus", ns / NS_A_US);
    }
}

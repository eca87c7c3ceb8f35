package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.statistics.Percentiles;
import org.exitrace.reports.statistics.Percentiles.Percentile;
import org.exitrace.reports.statistics.Shares;
import org.exitrace.reports.statistics.WilsonInterval;
import org.exitrace.reports.view.Figure;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.scenarios.campaign.RaceWindow;

/** The race for each property as parts of a report. */
final class WindowView {

    private static final int MEDIAN = 5_000;
    private static final int MOST_STEPS = 4;

    private final List<RaceWindow> windows;
    private final String design;

    /** Of one design; its name is empty where there is only one. */
    WindowView(List<RaceWindow> windows, String design) {
        this.windows = windows;
        this.design = design;
    }

    /** How long the machine was vulnerable, and which steps decided; {@code command} repeats it. */
    List<StudyPart> parts(String command) {
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> steps = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (RaceWindow window : windows) {
            row(window, rows, figures);
            add(window.property(), "opens the window", window.opens(), window.runs(), steps);
            add(window.property(), "closes it in time", window.closes(), window.runs(), steps);
            add(window.property(), "seals it", window.critical(), window.runs(), steps);
        }
        String of = design.isEmpty() ? "" : ": " + design;
        long runs = windows.get(0).runs();
        return List.of(new StudyPart("the race window, ns" + of,
                        List.of("property", "opened", "95 % from", "to", "least", "p50", "p99",
                                "most", "lost then", "fate open"), rows, List.of(),
                        List.of("Of the first " + Durations.grouped(runs) + " runs. The window is"
                                + " open while the property can still be broken and still be kept,"
                                + " and a single step that can be taken next decides that it will"
                                + " be broken: found by looking at all states of the machine."
                                + " Lost then: of the runs in which it opened. Fate open: median"
                                + " of the time until it was decided whether it breaks."),
                        figures, command),
                new StudyPart("which steps decide" + of,
                        List.of("property", "what it does", "runs", "step"), steps, List.of(),
                        List.of("What seals it is the critical step: in the state before it a good"
                                + " outcome could still be reached, in the state behind it none."
                                + undone()), List.of(), command));
    }

    private void row(RaceWindow window, List<List<String>> rows, List<Figure> figures) {
        if (window.runs() == 0) {
            return;
        }
        WilsonInterval opened = WilsonInterval.of(window.opened(), window.runs());
        figures.add(figure(window, "window opened", "share", opened.share(), opened.low(),
                opened.high(), window.runs(), Figure.WILSON));
        if (window.opened() == 0) {
            rows.add(List.of(window.property(), Shares.percent(0), Shares.percent(opened.low()),
                    Shares.percent(opened.high()), "", "", "", "", "", decided(window)));
            return;
        }
        Percentiles open = new Percentiles(window.windowNs());
        WilsonInterval lost = WilsonInterval.of(
                Math.min(window.lost(), window.opened()), window.opened());
        rows.add(List.of(window.property(), Shares.percent(opened.share()),
                Shares.percent(opened.low()), Shares.percent(opened.high()),
                Durations.grouped(open.least()), Durations.grouped(open.value(MEDIAN)),
                Durations.grouped(open.value(9_900)), Durations.grouped(open.most()),
                Shares.percent(lost.share()), decided(window)));
        for (int rank : Percentiles.USUAL) {
            Percentile at = open.at(rank);
            figures.add(figure(window, "window, " + at.name(), "ns", at.value(),
                    StudyFigures.open(at.low()), StudyFigures.open(at.high()), window.opened(),
                    Figure.ORDER));
        }
        figures.add(figure(window, "lost where it opened", "share", lost.share(), lost.low(),
                lost.high(), window.opened(), Figure.WILSON));
    }

    private static String decided(RaceWindow window) {
        return window.openNs().length == 0 ? "never"
                : Durations.brief(new Percentiles(window.openNs()).value(MEDIAN));
    }

    private Figure figure(RaceWindow window, String what, String unit, double value, double low,
            double high, long samples, String method) {
        return new Figure("window", design, "", window.property() + ": " + what, unit, samples,
                value, low, high, method);
    }

    private static void add(String property, String what, Map<String, Long> counts, long runs,
            List<List<String>> rows) {
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_STEPS)
                .forEach(step -> rows.add(List.of(property, what,
                        Durations.grouped(step.getValue()), step.getKey())));
    }

    private String undone() {
        List<String> behind = new ArrayList<>();
        for (RaceWindow window : windows) {
            if (window.lostNs().length > 0) {
                behind.add(window.property() + " " + Durations.brief(
                        new Percentiles(window.lostNs()).value(MEDIAN)));
            }
        }
        return behind.isEmpty() ? "" : " It shows so long behind it (median): "
                + String.join(", ", behind) + ".";
    }

    /** For programs: which steps decided, each with how often. */
    List<JsonObject> json() {
        return windows.stream().map(window -> new JsonObject().put("property", window.property())
                .put("runs", window.runs()).put("opened", window.opened())
                .put("lost", window.lost()).put("opens", window.opens())
                .put("closes", window.closes()).put("critical", window.critical())).toList();
    }
}

package org.exitrace.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    /** What a step does to the window, and how often each did. */
    private static final Map<String, Function<RaceWindow, Map<String, Long>>> KINDS =
            new LinkedHashMap<>();

    static {
        KINDS.put("opens the window", RaceWindow::opens);
        KINDS.put("closes it in time", RaceWindow::closes);
        KINDS.put("seals it", RaceWindow::critical);
    }

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
        together().forEach((same, properties) -> {
            rows.addAll(row(properties, same));
            steps(properties, same, steps);
        });
        List<Figure> counts = new ArrayList<>();
        windows.forEach(window -> {
            figures(window, figures);
            counts(window, counts);
        });
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
                                + undone()), counts, command));
    }

    /** Of which properties the race is the same in all runs. */
    private Map<RaceWindow, List<String>> together() {
        Map<List<Object>, RaceWindow> firsts = new LinkedHashMap<>();
        Map<RaceWindow, List<String>> together = new LinkedHashMap<>();
        for (RaceWindow window : windows) {
            RaceWindow first = firsts.computeIfAbsent(List.of(
                    Arrays.toString(window.windowNs()), Arrays.toString(window.openNs()),
                    window.opens(), window.closes(), window.critical(), window.firstLost()),
                    none -> window);
            together.computeIfAbsent(first, none -> new ArrayList<>()).add(window.property());
        }
        return together;
    }

    private static void steps(
            List<String> properties, RaceWindow window, List<List<String>> steps) {
        String told = String.join(", ", properties);
        int before = steps.size();
        KINDS.forEach((what, kind) -> add(what, kind.apply(window), steps));
        for (int i = before; i < steps.size(); i++) {
            steps.get(i).add(0, i == before ? told : "");
        }
    }

    /** How often each step opened, closed and sealed it. */
    private void counts(RaceWindow window, List<Figure> counts) {
        KINDS.forEach((what, kind) -> kind.apply(window).forEach((step, times) ->
                counts.add(figure(window, what + ": " + step, "runs", times, Double.NaN,
                        Double.NaN, window.runs(), ""))));
    }

    private static List<List<String>> row(List<String> properties, RaceWindow window) {
        if (window.runs() == 0) {
            return List.of();
        }
        String told = String.join(", ", properties);
        WilsonInterval opened = opened(window);
        if (window.opened() == 0) {
            return List.of(List.of(told, Shares.percent(0), Shares.percent(opened.low()),
                    Shares.percent(opened.high()), "", "", "", "", "", decided(window)));
        }
        Percentiles open = new Percentiles(window.windowNs());
        return List.of(List.of(told, Shares.percent(opened.share()),
                Shares.percent(opened.low()), Shares.percent(opened.high()),
                Durations.grouped(open.least()), Durations.grouped(open.value(MEDIAN)),
                Durations.grouped(open.value(9_900)), Durations.grouped(open.most()),
                Shares.percent(lost(window).share()), decided(window)));
    }

    private static WilsonInterval opened(RaceWindow window) {
        return WilsonInterval.of(window.opened(), window.runs());
    }

    private static WilsonInterval lost(RaceWindow window) {
        return WilsonInterval.of(Math.min(window.lost(), window.opened()), window.opened());
    }

    private void figures(RaceWindow window, List<Figure> figures) {
        if (window.runs() == 0) {
            return;
        }
        WilsonInterval opened = opened(window);
        figures.add(figure(window, "window opened", "share", opened.share(), opened.low(),
                opened.high(), window.runs(), Figure.WILSON));
        if (window.opened() == 0) {
            return;
        }
        Percentiles open = new Percentiles(window.windowNs());
        WilsonInterval lost = lost(window);
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

    private static void add(String what, Map<String, Long> counts, List<List<String>> rows) {
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_STEPS)
                .forEach(step -> rows.add(new ArrayList<>(List.of(what,
                        Durations.grouped(step.getValue()), step.getKey()))));
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
        return windows.stream().map(window -> new JsonObject().put("design", design)
                .put("property", window.property())
                .put("runs", window.runs()).put("opened", window.opened())
                .put("lost", window.lost()).put("opens", window.opens())
                .put("closes", window.closes()).put("critical", window.critical())).toList();
    }
}

package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.statistics.Shares;
import org.exitrace.reports.view.Figure;
import org.exitrace.reports.view.StudyPart;

/** Where the time of one design's runs went, as parts of a report. */
final class SpentView {

    private static final int SHOWN = 12;
    private static final String PART = "spent";

    private final String design;
    private final SpentTime spent;

    /** Of one design; its name is empty where there is only one. */
    SpentView(String design, SpentTime spent) {
        this.design = design;
        this.spent = spent;
    }

    /** By cost key, and where steps waited; nothing where nothing was run. */
    List<StudyPart> parts() {
        if (spent.runs() == 0) {
            return List.of();
        }
        List<StudyPart> parts = new ArrayList<>(List.of(byKey()));
        parts.addAll(waits());
        return parts;
    }

    private String of() {
        return design.isEmpty() ? "" : ": " + design;
    }

    /** How a cost key is called in tables. */
    static String called(String key) {
        return key.isEmpty() ? "(no cost)" : key;
    }

    private StudyPart byKey() {
        List<List<String>> rows = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        spent.costs().forEach(sum -> row("busy", sum, rows, figures));
        spent.delays().forEach(sum -> row("delay", sum, rows, figures));
        rows.add(List.of("blocked", "by somebody else", "", aRun(spent.blockedNs()),
                share(spent.blockedNs())));
        figures.add(Figure.exact(PART, design, "", "blocked", "ns", spent.runs(),
                spent.blockedNs()));
        long known = spent.waitingNs() + spent.costs().stream().mapToLong(SpentTime.Sum::ns).sum();
        rows.add(List.of("idle", "nothing left to do", "", aRun(spent.allNs() - known),
                share(spent.allNs() - known)));
        return new StudyPart("where time went, by cost" + of(), List.of("actors are", "under",
                "steps a run", "ns a run", "share"), rows, List.of(),
                List.of("Shares are of the time of all actors together. Of the steps a run, "
                        + StudyFigures.decimals(spent.exits() / (double) spent.runs(), 1)
                        + " are exits to the host."), figures, "");
    }

    private void row(String kind, SpentTime.Sum sum, List<List<String>> rows,
            List<Figure> figures) {
        rows.add(List.of(kind, called(sum.key()),
                StudyFigures.decimals(sum.times() / (double) spent.runs(), 1), aRun(sum.ns()),
                share(sum.ns())));
        String quantity = kind + " " + called(sum.key());
        figures.add(Figure.exact(PART, design, "", quantity, "ns", spent.runs(), sum.ns()));
        figures.add(Figure.exact(
                PART, design, "", quantity + ", steps", "steps", spent.runs(), sum.times()));
    }

    /** Where steps waited; nothing where none did. */
    List<StudyPart> waits() {
        if (spent.waits().isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = spent.waits().stream().limit(SHOWN).map(wait -> List.of(
                wait.step(), StudyFigures.decimals(wait.times() / (double) spent.runs(), 1),
                aRun(wait.blockedNs()), aRun(wait.queuedNs()))).toList();
        List<String> notes = new ArrayList<>(List.of("Blocked: the step's actor was free, and"
                + " waited for somebody else, such as who holds a lock or a guest that runs."
                + " Queued: the step could be taken, and its actor was busy with something else."));
        int others = spent.waits().size() - rows.size();
        if (others > 0) {
            notes.add(others + " other steps waited for less.");
        }
        return List.of(new StudyPart("where steps waited" + of(), List.of("step", "times a run",
                "blocked, ns a run", "queued, ns a run"), rows, List.of(), notes, figures(), ""));
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        spent.waits().stream().limit(SHOWN).forEach(wait -> {
            figures.add(Figure.exact(PART, design, "", wait.step() + ": blocked", "ns",
                    spent.runs(), wait.blockedNs()));
            figures.add(Figure.exact(PART, design, "", wait.step() + ": queued", "ns",
                    spent.runs(), wait.queuedNs()));
        });
        return figures;
    }

    private String aRun(long ns) {
        return Durations.grouped(ns / spent.runs());
    }

    private String share(long ns) {
        return Shares.percent(ns / (double) Math.max(1, spent.allNs()));
    }
}

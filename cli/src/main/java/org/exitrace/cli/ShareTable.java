package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.statistics.Interval;
import org.exitrace.reports.statistics.Shares;
import org.exitrace.reports.view.Figure;
import org.exitrace.reports.view.StudyPart;

/** Probabilities of broken properties with their intervals: a row for each of each design. */
final class ShareTable {

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private boolean namesDesigns;

    /** With these names of two columns, and further ones that only differences fill. */
    ShareTable(String counted, String share, String... more) {
        head = new ArrayList<>(List.of("broken", "design", counted, share, "95 % from", "to"));
        head.addAll(List.of(more));
    }

    /** A property of a design, whose name is empty where there is only one. */
    void add(String id, String design, long broken, Interval share) {
        add(id, design, broken, share, false);
    }

    /** The same; where {@code tooFew} broke it, that stands in place of the lower end. */
    void add(String id, String design, long broken, Interval share, boolean tooFew) {
        namesDesigns |= !design.isEmpty();
        row(id, design, Durations.grouped(broken), Shares.percent(share.value()),
                tooFew ? "too few" : Shares.percent(share.low()), Shares.percent(share.high()));
    }

    /** How much more often the second of two designs breaks it, in points of a hundred. */
    void difference(String id, List<String> names, Interval less, String inOneOnly,
            String... more) {
        List<String> texts = new ArrayList<>(List.of(id, names.get(1) + " less " + names.get(0),
                inOneOnly, Shares.points(less.value()), Shares.points(less.low()),
                Shares.points(less.high())));
        texts.addAll(List.of(more));
        row(texts.toArray(String[]::new));
    }

    private void row(String... texts) {
        List<String> row = new ArrayList<>(List.of(texts));
        while (row.size() < head.size()) {
            row.add("");
        }
        if (!rows.isEmpty() && told().equals(row.get(0))) {
            row.set(0, "");
        }
        rows.add(row);
    }

    /** Of which property the last row is, whose name stands in the first of its rows alone. */
    private String told() {
        String told = "";
        for (List<String> row : rows) {
            told = row.get(0).isEmpty() ? told : row.get(0);
        }
        return told;
    }

    /** One of its numbers, for programs. */
    void add(Figure figure) {
        figures.add(figure);
    }

    /** The table; the column of designs only where they have names. */
    StudyPart part(String title, List<String> notes, String command) {
        if (!namesDesigns) {
            head.remove(1);
            rows.forEach(row -> row.remove(1));
        }
        return new StudyPart(title, head, rows, List.of(), notes, figures, command);
    }
}

package org.exitrace.reports.html;

import java.util.List;
import org.exitrace.reports.markup.Markup;
import org.exitrace.reports.view.StudyPart;

/** Parts of a study: each a heading, plots, a table, notes, and the line that repeats it. */
final class StudySection {

    private StudySection() {
    }

    static void write(List<StudyPart> parts, Markup page) {
        for (int i = 0; i < parts.size(); i++) {
            part(parts.get(i), "repeat-" + (i + 1), page);
        }
    }

    private static void part(StudyPart part, String id, Markup page) {
        page.open("section").element("h2", part.title());
        part.plots().forEach(plot -> LinesDrawing.write(plot, page));
        if (!part.head().isEmpty()) {
            table(part, page);
        }
        part.notes().forEach(note -> page.element("p", note, "class", "note"));
        if (!part.command().isEmpty()) {
            HeadingSection.repeat(part.command(), id, page);
        }
        page.close().line();
    }

    private static void table(StudyPart part, Markup page) {
        boolean[] words = new boolean[part.head().size()];
        for (int column = 1; column < words.length; column++) {
            words[column] = hasWords(part, column);
        }
        page.open("div", "class", "wide").open("table", "class", "actors");
        page.open("thead").open("tr");
        for (int column = 0; column < words.length; column++) {
            cell("th", part.head().get(column), words[column] ? "words" : "", page);
        }
        page.close().close().open("tbody");
        for (List<String> row : part.rows()) {
            page.open("tr").element("th", row.get(0), "scope", "row");
            for (int column = 1; column < words.length; column++) {
                cell("td", row.get(column), words[column] ? "" : "number", page);
            }
            page.close();
        }
        page.close().close().close();
    }

    /** Numbers stand to the right, with what stands for one; all else is read from the left. */
    private static boolean hasWords(StudyPart part, int column) {
        return part.rows().stream().map(row -> row.get(column))
                .anyMatch(text -> !text.matches("[-+<(]?\\d.*|-?|open|never"));
    }

    private static void cell(String element, String text, String kind, Markup page) {
        if (kind.isEmpty()) {
            page.element(element, text);
        } else {
            page.element(element, text, "class", kind);
        }
    }
}

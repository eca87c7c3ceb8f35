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
        page.open("div", "class", "wide").open("table", "class", "actors");
        page.open("thead").open("tr");
        part.head().forEach(name -> page.element("th", name));
        page.close().close().open("tbody");
        for (List<String> row : part.rows()) {
            page.open("tr").element("th", row.get(0), "scope", "row");
            row.stream().skip(1).forEach(text -> page.element("td", text, "class", "number"));
            page.close();
        }
        page.close().close().close();
    }
}

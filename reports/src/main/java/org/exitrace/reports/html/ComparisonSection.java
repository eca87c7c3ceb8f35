package org.exitrace.reports.html;

import java.util.List;
import java.util.Locale;
import org.exitrace.reports.markup.Markup;
import org.exitrace.reports.text.OperationFigures;
import org.exitrace.reports.view.ComparisonView;
import org.exitrace.reports.view.ComparisonView.Cell;
import org.exitrace.reports.view.PropertyView;

/** A comparison: the table whose broken cells lead to their schedules, searches and figures. */
final class ComparisonSection {

    private static final int ROWS_IN_SIGHT = 20;

    private ComparisonSection() {
    }

    static void write(ComparisonView view, Markup page) {
        page.open("header");
        page.element("p", "Designs compared", "class", "what");
        page.element("h1", view.title());
        page.element("p", view.about());
        page.element("p", String.join("; ", view.sources()), "class", "source");
        page.in("p", counts -> counts.element("strong", view.counts()));
        repeat("repeat", view.reproduction(), page);
        page.close().line();
        table(view, page);
        designs(view, page);
        elsewhere(view, page);
        searches(view, page);
        view.operations().forEach(operation -> operation(view, operation, page));
        notes(view, page);
        for (ComparisonView.Schedule schedule : view.schedules()) {
            page.open("section", "id", "schedule-" + schedule.number());
            page.element("h2", "[" + schedule.number() + "] " + schedule.title());
            page.element("p", "breaks " + String.join(", ", schedule.properties()));
            repeat("repeat-" + schedule.number(), schedule.reproduction(), page);
            page.close().line();
            LanesSection.write("run-" + schedule.number(), "Steps", schedule.run(), page);
        }
    }

    private static void repeat(String id, String command, Markup page) {
        page.open("div", "class", "repeat");
        page.element("code", command, "id", id);
        page.element("button", "Copy", "type", "button", "data-copy", id,
                "aria-label", "Copy the line that repeats this");
        page.close();
    }

    private static void table(ComparisonView view, Markup page) {
        page.open("section").element("h2", "Properties and designs");
        page.open("div", "class", "wide").open("table", "class", "matrix");
        head("property", "design", view, page);
        String group = "";
        page.open("tbody");
        for (ComparisonView.Row row : view.rows()) {
            if (!row.group().equals(group)) {
                group = row.group();
                group(group, view, page);
            }
            page.open("tr").open("th", "scope", "row");
            property(row, page);
            page.close();
            row.cells().forEach(cell -> cell(cell, page));
            page.close().line();
        }
        page.close().close().close().close().line();
    }

    /** A table that is longer than a screen tells its columns again at each group. */
    private static void group(String title, ComparisonView view, Markup page) {
        boolean again = view.rows().size() > ROWS_IN_SIGHT;
        page.open("tr").element("th", title, "scope", "rowgroup", "class", "group", "colspan",
                again ? "1" : "" + (view.columns().size() + 1));
        if (again) {
            view.columns().forEach(column ->
                    page.element("td", column.name(), "class", "group", "aria-hidden", "true"));
        }
        page.close().line();
    }

    private static void property(ComparisonView.Row row, Markup page) {
        PropertyView property = row.property();
        promise(property, page);
        page.element("small", "in " + row.scenarios()
                + (property.source().isEmpty() ? "" : "; " + property.source()));
    }

    private static void promise(PropertyView property, Markup page) {
        page.element("code", property.id(), "class", "id").text(" ");
        page.element("span", property.kind(), "class", "kind").text(" ");
        page.text(property.sentence());
    }

    /** Names stand above what is below them: {@code kind} is the class of the columns' cells. */
    private static void head(String first, String kind, ComparisonView view, Markup page) {
        page.open("thead").open("tr").element("th", first, "scope", "col");
        view.columns().forEach(column -> page.element("th", column.name(), "scope", "col",
                "class", kind, "title", column.title()));
        page.close().close().line();
    }

    private static void cell(Cell cell, Markup page) {
        page.open("td", "class", cell.shade().name().toLowerCase(Locale.ROOT),
                "title", cell.detail());
        if (cell.schedule() > 0) {
            page.link("schedule-" + cell.schedule(), mark(cell) + cell.word());
        } else {
            page.text(mark(cell) + cell.word());
        }
        if (!cell.extent().isEmpty()) {
            page.element("small", cell.extent());
        }
        page.close();
    }

    private static String mark(Cell cell) {
        return switch (cell.shade()) {
            case KEPT -> "\u2713 ";
            case BROKEN -> "\u2715 ";
            case UNKNOWN -> "\u25cb ";
            case NONE -> "";
        };
    }

    private static void designs(ComparisonView view, Markup page) {
        page.open("section").element("h2", "Designs");
        page.open("div", "class", "wide").open("table", "class", "design").open("tbody");
        for (ComparisonView.Column column : view.columns()) {
            page.open("tr").in("th", cell -> cell.element("code", column.name()), "scope", "row");
            page.open("td").text(column.title()).element("small", column.switches().isEmpty()
                    ? "every switch has its usual value" : column.switches()).close();
            page.close().line();
        }
        page.close().close().close().close().line();
    }

    private static void elsewhere(ComparisonView view, Markup page) {
        if (view.elsewhere().isEmpty()) {
            return;
        }
        page.open("section").element("h2", "What other machines decide");
        page.open("div", "class", "wide").open("table", "class", "matrix").open("tbody");
        for (ComparisonView.Elsewhere row : view.elsewhere()) {
            page.open("tr").open("th", "scope", "row");
            promise(row.property(), page);
            page.close().open("td").text(row.title()).element("small", row.broken()).close();
            page.open("td").element("code", row.command()).close().close().line();
        }
        page.close().close().close().close().line();
    }

    private static void searches(ComparisonView view, Markup page) {
        page.open("section").element("h2", "Searches");
        page.element("p", "Distinct states" + (view.bounds().isEmpty() ? "" : ", " + view.bounds())
                + "; > where a search was not exhaustive.", "class", "note");
        page.open("div", "class", "wide").open("table", "class", "matrix");
        head("scenario", "number", view, page);
        page.open("tbody");
        for (ComparisonView.Searches search : view.searches()) {
            page.open("tr").open("th", "scope", "row").element("code", search.scenario());
            page.element("small", search.title()).close();
            search.cells().forEach(cell -> page.element("td", cell.word(), "class", "number",
                    "title", cell.detail()));
            page.close().line();
        }
        page.close().close().close().close().line();
    }

    private static void operation(
            ComparisonView view, ComparisonView.Operation operation, Markup page) {
        page.open("section").element("h2", operation.name());
        page.element("p", operation.title(), "class", "note");
        page.open("div", "class", "wide").open("table", "class", "matrix");
        head("", "number", view, page);
        page.open("tbody");
        for (OperationFigures.Figure figure : OperationFigures.of(operation)) {
            page.open("tr").element("th", figure.name(), "scope", "row");
            figure.texts().forEach(text -> page.element("td", text, "class", "number"));
            page.close().line();
        }
        page.close().close().close().close().line();
    }

    private static void notes(ComparisonView view, Markup page) {
        List<String> notes = view.notes();
        if (!notes.isEmpty()) {
            page.open("section").element("h2", "Notes").open("ul", "class", "bounds");
            notes.forEach(note -> page.element("li", note));
            page.close().close().line();
        }
    }
}

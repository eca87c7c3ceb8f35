package org.exitrace.reports.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.reports.view.ComparisonView;
import org.exitrace.reports.view.PropertyView;

/** A comparison in text: the table, what it says of what, its searches, schedules and figures. */
public final class TextComparison {

    private static final String INDENT = "  ";

    private final ComparisonView view;
    private final StringBuilder out = new StringBuilder();

    private TextComparison(ComparisonView view) {
        this.view = view;
    }

    /** The whole text, with a line feed behind each line. */
    public static String of(ComparisonView view) {
        TextComparison text = new TextComparison(view);
        text.heading();
        text.table();
        text.rows();
        text.elsewhere();
        text.searches();
        text.schedules();
        text.operations();
        text.notes();
        return text.out.toString();
    }

    private List<String> names() {
        return view.columns().stream().map(ComparisonView.Column::name).toList();
    }

    private void heading() {
        new Entries(out).add("family", view.family()).add("compared", view.title())
                .addAll("designs", view.columns().stream()
                        .map(column -> column.name() + ": " + column.title()).toList());
        out.append('\n');
    }

    private void table() {
        Matrix matrix = new Matrix(names());
        String group = "";
        for (ComparisonView.Row row : view.rows()) {
            if (!row.group().equals(group)) {
                matrix.title(row.group());
                group = row.group();
            }
            matrix.row(INDENT + row.property().id(),
                    row.cells().stream().map(TextComparison::cell).toList());
        }
        matrix.write(out);
    }

    private static String cell(ComparisonView.Cell cell) {
        return cell.word() + (cell.schedule() > 0 ? "[" + cell.schedule() + "]" : "");
    }

    private void rows() {
        out.append("\nRows\n");
        Set<String> told = new LinkedHashSet<>();
        for (ComparisonView.Row row : view.rows()) {
            PropertyView property = row.property();
            if (told.add(property.id() + row.scenarios())) {
                new Entries(out).add(INDENT + property.id(),
                        property.kind() + ": " + property.sentence())
                        .add("", "in " + row.scenarios()
                                + (property.source().isEmpty() ? "" : "; " + property.source()));
            }
        }
    }

    private void elsewhere() {
        if (!view.elsewhere().isEmpty()) {
            out.append("\nWhat other machines decide\n");
        }
        for (ComparisonView.Elsewhere row : view.elsewhere()) {
            new Entries(out).add(INDENT + row.property().id(),
                    row.property().kind() + ": " + row.property().sentence())
                    .add("", row.title() + "; " + row.broken()).command("", row.command());
        }
    }

    private void searches() {
        out.append("\nDistinct states of each search").append(
                view.bounds().isEmpty() ? "" : ", " + view.bounds())
                .append("; > where it was not exhaustive\n");
        Matrix matrix = new Matrix(names());
        view.searches().forEach(search -> matrix.row(INDENT + search.scenario(),
                search.cells().stream().map(ComparisonView.Cell::word).toList()));
        matrix.write(out);
        view.searches().forEach(search ->
                new Entries(out).add(INDENT + search.scenario(), search.title()));
    }

    private void schedules() {
        if (!view.schedules().isEmpty()) {
            out.append("\nShortest schedules\n");
        }
        for (ComparisonView.Schedule schedule : view.schedules()) {
            new Entries(out).add("[" + schedule.number() + "]", schedule.title() + ": "
                    + String.join(", ", schedule.properties()));
            Wrap.command(Ascii.of(schedule.reproduction()), Wrap.COLUMNS)
                    .forEach(line -> out.append(line).append('\n'));
        }
    }

    private void operations() {
        for (ComparisonView.Operation operation : view.operations()) {
            out.append('\n');
            new Entries(out).add(operation.name(), operation.title());
            Matrix matrix = new Matrix(names());
            OperationFigures.of(operation).forEach(
                    figure -> matrix.row(INDENT + figure.name(), figure.texts()));
            matrix.write(out);
        }
    }

    private void notes() {
        if (!view.notes().isEmpty()) {
            out.append("\nNotes\n");
        }
        for (String note : view.notes()) {
            List<String> lines = Wrap.words(Ascii.of(note), Wrap.COLUMNS - 2 * INDENT.length());
            for (int i = 0; i < lines.size(); i++) {
                out.append(INDENT.repeat(i == 0 ? 1 : 2)).append(lines.get(i)).append('\n');
            }
        }
        out.append('\n').append(Ascii.of(view.counts())).append('\n');
        Wrap.command(Ascii.of(view.reproduction()), Wrap.COLUMNS)
                .forEach(line -> out.append(line).append('\n'));
    }
}

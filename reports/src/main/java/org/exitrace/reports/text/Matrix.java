package org.exitrace.reports.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table whose columns have long names. Where they do not fit beside each other, names are broken
 * at hyphens, and then the table is folded into several, each with the names of the rows.
 */
final class Matrix {

    private static final String GAP = "  ";
    private static final int LEAST_COLUMNS = 8;

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private boolean breaksNames;

    /** With columns of these names behind the one that names the rows. */
    Matrix(List<String> head) {
        this.head = head.stream().map(Ascii::of).toList();
    }

    /** Adds a title that stands above the rows that follow. */
    void title(String title) {
        titles.add(Ascii.of(title));
        rows.add(List.of());
    }

    /** Adds a row with a text for each column. */
    void row(String name, List<String> texts) {
        List<String> row = new ArrayList<>(List.of(Ascii.of(name)));
        texts.forEach(text -> row.add(Ascii.of(text)));
        titles.add("");
        rows.add(row);
    }

    /** Writes as many tables as are needed, with an empty line between two. */
    void write(StringBuilder out) {
        int first = rows.stream().filter(row -> !row.isEmpty())
                .mapToInt(row -> row.get(0).length()).max().orElse(0);
        int room = Wrap.COLUMNS - first;
        breaksNames = taken() > room;
        int tables = 1;
        if (taken() > room) {
            int fitting = Math.max(1, room / (widest() + GAP.length()));
            tables = (head.size() + fitting - 1) / fitting;
        }
        int size = (head.size() + tables - 1) / tables;
        for (int from = 0; from < head.size(); from += size) {
            out.append(from == 0 ? "" : "\n");
            write(first, from, Math.min(from + size, head.size()), out);
        }
    }

    /** How many columns all of them take with the gaps before them. */
    private int taken() {
        int taken = 0;
        for (int column = 0; column < head.size(); column++) {
            taken += width(column) + GAP.length();
        }
        return taken;
    }

    private int widest() {
        int widest = 0;
        for (int column = 0; column < head.size(); column++) {
            widest = Math.max(widest, width(column));
        }
        return widest;
    }

    private int width(int column) {
        int width = LEAST_COLUMNS;
        for (List<String> row : rows) {
            width = Math.max(width, row.isEmpty() ? 0 : row.get(column + 1).length());
        }
        for (String line : broken(head.get(column), width)) {
            width = Math.max(width, line.length());
        }
        return width;
    }

    private void write(int first, int from, int behind, StringBuilder out) {
        List<List<String>> names = new ArrayList<>();
        int lines = 0;
        for (int column = from; column < behind; column++) {
            names.add(broken(head.get(column), width(column)));
            lines = Math.max(lines, names.get(column - from).size());
        }
        for (int line = 0; line < lines; line++) {
            List<String> texts = new ArrayList<>(List.of(""));
            for (List<String> name : names) {
                int at = line - (lines - name.size());
                texts.add(at < 0 ? "" : name.get(at));
            }
            line(texts, first, from, out);
        }
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.isEmpty()) {
                out.append(titles.get(i)).append('\n');
            } else {
                List<String> texts = new ArrayList<>(List.of(row.get(0)));
                texts.addAll(row.subList(from + 1, behind + 1));
                line(texts, first, from, out);
            }
        }
    }

    private void line(List<String> texts, int first, int from, StringBuilder out) {
        StringBuilder line = new StringBuilder(Entries.pad(texts.get(0), first));
        for (int i = 1; i < texts.size(); i++) {
            line.append(GAP).append(Entries.pad(texts.get(i), width(from + i - 1)));
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    /** A name in lines, broken behind hyphens where it is longer than that, if names are. */
    private List<String> broken(String name, int width) {
        if (!breaksNames) {
            return List.of(name);
        }
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String part : name.split("(?<=-)")) {
            if (!line.isEmpty() && line.length() + part.length() > width) {
                lines.add(line);
                line = "";
            }
            line += part;
        }
        lines.add(line);
        return lines;
    }
}

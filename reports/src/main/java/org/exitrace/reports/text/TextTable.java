package org.exitrace.reports.text;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns that are as wide as their widest text; numbers stand to the right. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    /** With these words above its columns. */
    public TextTable(String... head) {
        this.head = List.of(head);
    }

    /** Adds a row of as many texts as the head has. */
    public void row(String... texts) {
        assert texts.length == head.size() : "a row has as many texts as the head";
        rows.add(List.of(texts));
    }

    /** Writes head and rows, the first column to the left and all others to the right. */
    public void write(StringBuilder out) {
        List<List<String>> all = new ArrayList<>(List.of(head));
        all.addAll(rows);
        int[] widths = new int[head.size()];
        for (List<String> row : all) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], Ascii.of(row.get(column)).length());
            }
        }
        int rest = 0;
        for (int column = 1; column < widths.length; column++) {
            rest += widths[column] + GAP.length();
        }
        widths[0] = Math.min(widths[0], Math.max(8, Wrap.COLUMNS - rest));
        all.forEach(row -> line(row, widths, out));
    }

    /** Head and rows as {@link #write} has them. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        write(out);
        return out.toString();
    }

    private static void line(List<String> row, int[] widths, StringBuilder out) {
        List<String> first = Wrap.words(Ascii.of(row.get(0)), widths[0]);
        for (int i = 0; i + 1 < first.size(); i++) {
            out.append(first.get(i)).append('\n');
        }
        StringBuilder line = new StringBuilder(
                Entries.pad(first.get(first.size() - 1), widths[0]));
        for (int column = 1; column < widths.length; column++) {
            line.append(GAP).append(Entries.right(Ascii.of(row.get(column)), widths[column]));
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}

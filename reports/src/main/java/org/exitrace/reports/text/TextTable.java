package org.exitrace.reports.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows in columns that are as wide as their widest text; numbers stand to the right. Where a line
 * has no room for all, the widest columns of words go on in further lines.
 */
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
        narrow(widths, Wrap.BLANK, all);
        narrow(widths, Wrap.BEHIND_SIGN, all);
        all.forEach(row -> line(row, widths, out));
    }

    /** Head and rows as {@link #write} has them. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        write(out);
        return out.toString();
    }

    /** Takes what is too much from the widest columns, down to what is not broken there. */
    private void narrow(int[] widths, Pattern breaks, List<List<String>> rows) {
        int excess = Arrays.stream(widths).sum() + (widths.length - 1) * GAP.length()
                - Wrap.COLUMNS;
        int[] least = new int[widths.length];
        for (int column = 0; excess > 0 && column < widths.length; column++) {
            int its = column;
            least[column] = !hasWords(column) ? widths[column] : rows.stream()
                    .flatMap(row -> breaks.splitAsStream(Ascii.of(row.get(its))))
                    .mapToInt(String::length).max().orElse(0);
        }
        for (int widest = 0; excess > 0 && widest >= 0;) {
            widest = -1;
            for (int column = 0; column < widths.length; column++) {
                if (widths[column] > least[column]
                        && (widest < 0 || widths[column] > widths[widest])) {
                    widest = column;
                }
            }
            if (widest >= 0) {
                int less = Math.min(excess, widths[widest] - least[widest]);
                widths[widest] -= less;
                excess -= less;
            }
        }
    }

    /** The first column, and whatever else is not of numbers. */
    private boolean hasWords(int column) {
        return column == 0 || rows.stream().map(row -> row.get(column))
                .anyMatch(text -> !text.matches("[-+<(#]?\\d.*|-?"));
    }

    /** The last line of each text stands in the row's last line. */
    private static void line(List<String> row, int[] widths, StringBuilder out) {
        List<List<String>> texts = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            texts.add(Wrap.words(Ascii.of(row.get(column)), Math.max(1, widths[column])));
        }
        int height = texts.stream().mapToInt(List::size).max().orElse(1);
        for (int i = height; i > 0; i--) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                List<String> text = texts.get(column);
                String here = i > text.size() ? "" : text.get(text.size() - i);
                line.append(column == 0 ? Entries.pad(here, widths[0])
                        : GAP + Entries.right(here, widths[column]));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }
}

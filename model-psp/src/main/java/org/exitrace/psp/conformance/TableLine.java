package org.exitrace.psp.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One line of a table: columns between tabulators. Blank lines and what begins with {@code #} are
 * left out; the first line that is neither names the columns.
 *
 * @param file the file's name
 * @param line its number, from 1
 * @param columns what stands in it, in order
 */
public record TableLine(String file, int line, List<String> columns) {
    private static final String COMMENT = "#";
    private static final String COLUMN = "\t";

    /** The lines of {@code text} below its header, which must be {@code header}. */
    public static List<TableLine> of(String file, String text, List<String> header) {
        List<TableLine> lines = new ArrayList<>();
        int number = 0;
        for (String written : text.split("\n", -1)) {
            number++;
            if (!written.isBlank() && !written.startsWith(COMMENT)) {
                lines.add(new TableLine(
                        file, number, List.of(written.stripTrailing().split(COLUMN, -1))));
            }
        }
        if (lines.isEmpty() || !lines.get(0).columns().equals(header)) {
            throw new TableException(file, lines.isEmpty() ? 1 : lines.get(0).line(),
                    "the first line names the columns; write '"
                            + String.join("<tab>", header) + "'");
        }
        List<TableLine> body = lines.subList(1, lines.size());
        for (TableLine line : body) {
            if (line.columns().size() != header.size()) {
                throw line.wrong("there are " + line.columns().size() + " columns and not "
                        + header.size() + ": " + Arrays.toString(header.toArray())
                        + "; separate them by one tabulator each");
            }
        }
        return List.copyOf(body);
    }

    /** What the table is about: its first comment, without the sign. */
    public static String title(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.startsWith(COMMENT) ? first.substring(1).strip() : "";
    }

    /** The column at {@code place}, from 0. */
    public String column(int place) {
        return columns.get(place).strip();
    }

    /** The error that says {@code sentence} of this line. */
    public TableException wrong(String sentence) {
        return new TableException(file, line, sentence);
    }
}

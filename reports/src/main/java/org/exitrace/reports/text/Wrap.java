package org.exitrace.reports.text;

import java.util.ArrayList;
import java.util.List;

/** Lines of bounded width out of longer text. */
final class Wrap {

    /** Most columns of any line that this package writes. */
    static final int COLUMNS = 100;

    private Wrap() {
    }

    /** {@code text} in lines of at most {@code width}, broken at blanks where there are any. */
    static List<String> words(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : width;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** As many of {@code parts} on each line as fit, joined by {@code glue}. */
    static List<String> parts(List<String> parts, String glue, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String part : parts) {
            String longer = line.isEmpty() ? part : line + glue + part;
            if (longer.length() <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            List<String> pieces = words(part, width);
            lines.addAll(pieces.subList(0, pieces.size() - 1));
            line = pieces.get(pieces.size() - 1);
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /**
     * A command in lines that a shell joins again when all are pasted: each but the last ends in a
     * backslash, before a blank where there is one.
     */
    static List<String> command(String command, int width) {
        List<String> lines = new ArrayList<>();
        String rest = command;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width - 2);
            int end = blank > 0 ? blank + 1 : width - 1;
            lines.add(rest.substring(0, end) + "\\");
            rest = rest.substring(end);
        }
        lines.add(rest);
        return lines;
    }
}

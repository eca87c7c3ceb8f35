package org.exitrace.house.tidy;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.exitrace.house.tidy.Measure.Reading;

/** One Java file, with what can be counted in it. */
final class JavaText {
    final String name;
    private final String text;
    private final List<String> lines;

    JavaText(String name, String text) {
        this.name = name;
        this.text = text;
        // Not String.lines(): that would hide carriage returns.
        this.lines = List.of(text.split("\n"));
    }

    static JavaText of(SourceTree tree, Path file) {
        return new JavaText(tree.nameOf(file), SourceTree.read(file));
    }

    Reading lineCount() {
        return new Reading(lines.size(), lines.size());
    }

    Reading widestLine() {
        Reading widest = new Reading(0, 1);
        for (int i = 0; i < lines.size(); i++) {
            int columns = lines.get(i).codePointCount(0, lines.get(i).length());
            if (columns > widest.value()) {
                widest = new Reading(columns, i + 1);
            }
        }
        return widest;
    }

    /** How many lines match, and the first of them. */
    Reading linesWith(Pattern pattern) {
        int count = 0;
        int first = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i)).find()) {
                count++;
                first = first == 0 ? i + 1 : first;
            }
        }
        return new Reading(count, first);
    }

    Reading longestMethod() {
        return MethodLengths.of(name, text).stream()
                .max(Comparator.comparingInt(Reading::value))
                .orElse(new Reading(0, 1));
    }
}

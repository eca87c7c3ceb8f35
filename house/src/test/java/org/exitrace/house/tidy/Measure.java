package org.exitrace.house.tidy;

import java.util.function.Function;
import java.util.regex.Pattern;

/** A number taken from a Java file, its limit, and what to do when it is too large. */
enum Measure {
    FILE_LINES("file-lines", 400, JavaText::lineCount,
            "split it by idea: one file per thing that can be named in a sentence"),
    METHOD_LINES("method-lines", 40, JavaText::longestMethod,
            "name its parts, as methods or as a small class of their own"),
    COLUMNS("columns", 100, JavaText::widestLine,
            "break the line after an operator or a comma, or name a part of it"),
    TABS("tabs", 0, text -> text.linesWith(Pattern.compile("\t")),
            "indent by four blanks; in a string write \\t"),
    TRAILING_BLANKS("trailing-blanks", 0, text -> text.linesWith(Pattern.compile("[ \t\r]$")),
            "delete the blanks at the end of the line, and use \\n line ends"),
    REMINDERS("reminders", 0, text -> text.linesWith(reminder()),
            "do it now, or describe it in an issue and delete the mark"),
    DISABLED_TESTS("disabled-tests", 0, text -> text.linesWith(Pattern.compile("^\\s*@Disabled")),
            "repair the test or delete it; a claim that may fail claims nothing");

    /** A value, and the line where to look. */
    record Reading(int value, long line) {}

    final String key;
    final int limit;
    final String remedy;
    private final Function<JavaText, Reading> value;

    Measure(String key, int limit, Function<JavaText, Reading> value, String remedy) {
        this.key = key;
        this.limit = limit;
        this.value = value;
        this.remedy = remedy;
    }

    Reading of(JavaText text) {
        return value.apply(text);
    }

    /** Put together here, because this file is measured too. */
    private static Pattern reminder() {
        return Pattern.compile("\\b(" + "TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    }
}

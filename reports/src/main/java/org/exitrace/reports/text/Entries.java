package org.exitrace.reports.text;

import java.util.List;

/** Lines of a word and a text, the texts in one column: heads and feet of reports. */
final class Entries {

    /** Columns that the words take, the blank behind them included. */
    static final int INDENT = 14;

    private final StringBuilder out;

    Entries(StringBuilder out) {
        this.out = out;
    }

    /** Adds {@code text} behind {@code word}, unless the text is empty. */
    Entries add(String word, String text) {
        return text.isEmpty() ? this
                : lines(word, Wrap.words(Ascii.of(text), Wrap.COLUMNS - INDENT));
    }

    /** Adds texts, each on lines of its own, behind one word. */
    Entries addAll(String word, List<String> texts) {
        String first = word;
        for (String text : texts) {
            add(first, text);
            first = "";
        }
        return this;
    }

    /** Adds a command that stays whole when it is pasted. */
    Entries command(String word, String command) {
        String ascii = Ascii.of(command);
        if (ascii.length() <= Wrap.COLUMNS - INDENT) {
            return add(word, ascii);
        }
        out.append(word).append('\n');
        Wrap.command(ascii, Wrap.COLUMNS).forEach(line -> out.append(line).append('\n'));
        return this;
    }

    private Entries lines(String word, List<String> lines) {
        String first = word;
        if (word.length() >= INDENT) {
            out.append(word).append('\n');
            first = "";
        }
        for (String line : lines) {
            out.append((pad(first, INDENT) + line).stripTrailing()).append('\n');
            first = "";
        }
        return this;
    }

    /** {@code text} filled with blanks to {@code width}. */
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** {@code text} behind blanks, {@code width} in all. */
    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}

package org.exitrace.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Text in two columns, a word and what is said about it, of at most 100 columns. */
public final class Sheet {

    private static final int WORD_COLUMNS = 14;
    private static final int COLUMNS = 100;
    private static final String COMMAND = "./exitrace ";

    private final StringBuilder text = new StringBuilder();
    private final int wordColumns;

    /** With room for the words that reports use. */
    public Sheet() {
        this(WORD_COLUMNS);
    }

    /** With room for words of less than {@code wordColumns} characters. */
    public Sheet(int wordColumns) {
        this.wordColumns = wordColumns;
    }

    /** Adds {@code said} behind {@code word}, unless nothing is said. */
    public Sheet add(String word, String said) {
        if (!said.isBlank()) {
            String first = word.length() < wordColumns ? pad(word) : word + " ";
            for (String line : wrapped(said, COLUMNS - wordColumns, COLUMNS - first.length())) {
                line(first + line);
                first = pad("");
            }
        }
        return this;
    }

    /** Adds several texts, each on lines of its own, behind one word. */
    public Sheet addAll(String word, List<String> texts) {
        String first = word;
        for (String each : texts) {
            add(first, each);
            first = "";
        }
        return this;
    }

    /** Adds a sentence; a command in it stays whole, on a line of its own. */
    public Sheet sentence(String said) {
        int command = said.indexOf(COMMAND);
        String text = command < 0 ? said : said.substring(0, command);
        wrapped(text, COLUMNS, COLUMNS).forEach(this::line);
        return command < 0 ? this : line(said.substring(command));
    }

    /** Adds a line that stays whole. */
    public Sheet line(String line) {
        text.append(line.stripTrailing()).append('\n');
        return this;
    }

    /** Adds an empty line. */
    public Sheet gap() {
        return line("");
    }

    /** Adds a text that has its own lines. */
    public Sheet block(String lines) {
        text.append(lines);
        return this;
    }

    private String pad(String word) {
        return word + " ".repeat(wordColumns - word.length());
    }

    private static List<String> wrapped(String said, int width, int firstWidth) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : said.strip().split("\n")) {
            String rest = paragraph.strip();
            int room = lines.isEmpty() ? firstWidth : width;
            while (rest.length() > room && rest.lastIndexOf(' ', room) > 0) {
                int blank = rest.lastIndexOf(' ', room);
                lines.add(rest.substring(0, blank).stripTrailing());
                rest = rest.substring(blank).strip();
                room = width;
            }
            lines.add(rest);
        }
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

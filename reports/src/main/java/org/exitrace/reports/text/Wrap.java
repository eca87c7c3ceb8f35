package org.exitrace.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of bounded width out of longer text. */
final class Wrap {

    /** Most columns of any line that this package writes. */
    static final int COLUMNS = 100;
    /** Where texts are broken. */
    static final Pattern BLANK = Pattern.compile(" ");
    /** Where a word is that is longer than a line. */
    static final Pattern BEHIND_SIGN = Pattern.compile("(?<=[_,:)/=-])| ");

    private Wrap() {
    }

    /**
     * {@code text} in lines of at most {@code width}, broken at blanks, else behind a sign, and
     * within words only where there is neither.
     */
    static List<String> words(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : behindSign(rest, width);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static int behindSign(String text, int width) {
        Matcher sign = BEHIND_SIGN.matcher(text);
        int end = width;
        while (sign.find() && sign.end() <= width) {
            end = sign.end();
        }
        return end;
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
     * backslash, before a blank where there is one, and never within quotes, where it would be
     * part of a word: a line with a long quoted word is longer.
     */
    static List<String> command(String command, int width) {
        List<String> lines = new ArrayList<>();
        String rest = command;
        while (rest.length() > width) {
            int end = breakOf(rest, width);
            if (end >= rest.length()) {
                break;
            }
            lines.add(rest.substring(0, end) + "\\");
            rest = rest.substring(end);
        }
        lines.add(rest);
        return lines;
    }

    /** Where the first line ends: behind the last blank that fits, or where no quotes are open. */
    private static int breakOf(String command, int width) {
        boolean isQuoted = false;
        int blank = 0;
        for (int at = 0; at < command.length(); at++) {
            if (at >= width - 1 && (blank > 0 || !isQuoted)) {
                return blank > 0 ? blank : at;
            }
            char c = command.charAt(at);
            if (c == '\\' && !isQuoted) {
                at++;
            } else if (c == '\'') {
                isQuoted = !isQuoted;
            } else if (c == ' ' && !isQuoted) {
                blank = at + 1;
            }
        }
        return command.length();
    }
}

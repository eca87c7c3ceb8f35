package org.exitrace.reports.text;

/** Any text in printable ASCII, so that a mail or a terminal of any kind shows it. */
public final class Ascii {

    private static final String TYPOGRAPHIC =
            "\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2192\u00d7";
    private static final String[] PLAIN = {"-", "-", "'", "'", "\"", "\"", "...", "->", "x"};

    private Ascii() {
    }

    /** {@code text} with blanks for white space and {@code \}{@code uXXXX} for all else. */
    public static String of(String text) {
        StringBuilder ascii = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int known = TYPOGRAPHIC.indexOf(c);
            if (c >= ' ' && c <= '~') {
                ascii.append(c);
            } else if (known >= 0) {
                ascii.append(PLAIN[known]);
            } else if (Character.isWhitespace(c)) {
                ascii.append(' ');
            } else {
                ascii.append(String.format("\\u%04x", (int) c));
            }
        }
        return ascii.toString();
    }
}

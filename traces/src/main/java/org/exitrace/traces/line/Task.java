package org.exitrace.traces.line;

/**
 * The columns of a line that tell the thread, as they stand there.
 *
 * @param text all of it, blanks included, which prints it again
 * @param comm the thread's name; may be empty, and may hold blanks
 * @param tid the thread's number; -1 where the line does not tell
 */
public record Task(String text, String comm, int tid) {

    /** No such columns at all. */
    public static final Task NONE = of("");

    private static final int MOST_DIGITS = 9;

    /**
     * Understands {@code text}: {@code COMM-TID} as ftrace and trace-cmd print it, with a group's
     * number in brackets behind it or not, {@code COMM TID} or {@code COMM PID/TID} as perf does.
     */
    public static Task of(String text) {
        String rest = text.strip();
        if (rest.endsWith(")") && rest.lastIndexOf('(') > 0) {
            rest = rest.substring(0, rest.lastIndexOf('(')).strip();
        }
        int digits = rest.length();
        while (digits > 0 && Character.isDigit(rest.charAt(digits - 1))) {
            digits--;
        }
        int length = rest.length() - digits;
        if (digits == 0 || length == 0 || length > MOST_DIGITS) {
            return new Task(text, rest, -1);
        }
        int tid = Integer.parseInt(rest.substring(digits));
        char before = rest.charAt(digits - 1);
        if (before == '/') {
            int blank = rest.lastIndexOf(' ', digits - 1);
            return new Task(text, rest.substring(0, Math.max(0, blank)).strip(), tid);
        }
        return before == '-' || before == ' '
                ? new Task(text, rest.substring(0, digits - 1).strip(), tid)
                : new Task(text, rest, -1);
    }
}

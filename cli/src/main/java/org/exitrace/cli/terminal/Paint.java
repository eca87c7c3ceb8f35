package org.exitrace.cli.terminal;

import java.util.regex.Pattern;

/** Colours for the lines that one looks for first. */
final class Paint {

    private static final String RED = "\u001B[31m";
    private static final String GREEN = "\u001B[32m";
    private static final String PLAIN = "\u001B[0m";

    private static final Pattern BAD = Pattern.compile(
            "(?m)^( !!!!|BROKEN( at \\d+)?|FAILED|not reached|NOT as expected)(?= |$)");
    private static final Pattern GOOD = Pattern.compile(
            "(?m)^(held|reached|passed|as expected)(?= |:|$)");

    private Paint() {
    }

    /** {@code text} with the words that begin its lines in red or green where they judge. */
    static String verdicts(String text) {
        String red = BAD.matcher(text).replaceAll(RED + "$1" + PLAIN);
        return GOOD.matcher(red).replaceAll(GREEN + "$1" + PLAIN);
    }
}

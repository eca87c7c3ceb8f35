package org.exitrace.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/** What a failure looks like in a bug report. */
final class StackText {

    private static final int MOST_LINES = 40;

    private StackText() {
    }

    /** The first lines of the stack trace of {@code failure}. */
    static Stream<String> lines(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString().lines().limit(MOST_LINES);
    }
}

package org.exitrace.traces.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exitrace.traces.line.LostEvents;

/** Lines of a trace that are no events and no damage. They are few. */
final class SideLines {

    private static final Pattern LOST =
            Pattern.compile("CPU:(\\d{1,5}) \\[(?:LOST )?(?:(\\d{1,18}) )?EVENTS(?: DROPPED)?]");
    private static final Pattern HEADING = Pattern.compile(
            "#.*|\\s*|cpus=\\d+|version = \\d+|CPU \\d+ is empty"
            + "|CPU:\\d+ \\[SUBBUFFER START]|##### CPU \\d+ buffer started ####"
            + "|\\s+[0-9a-f]{8,16} .*|trace-cmd: .*|.*: No such file or directory");

    private SideLines() {
    }

    /** What the line says is lost; null where it says something else. */
    static LostEvents lost(String text, long number) {
        Matcher lost = LOST.matcher(text.strip());
        if (!lost.matches()) {
            return null;
        }
        long count = lost.group(2) == null ? 0 : Long.parseLong(lost.group(2));
        return new LostEvents(number, Integer.parseInt(lost.group(1)), count, text);
    }

    /** Whether it is a heading, an empty line, or one of a call chain. */
    static boolean isHeading(String text) {
        return HEADING.matcher(text).matches();
    }
}

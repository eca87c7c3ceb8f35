package org.exitrace.cli;

import java.nio.file.Path;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.scenarios.schedule.Recordings;

/** The one line that repeats a failure. */
final class Repeat {

    private static final int MOST_CHARACTERS = 4_000;

    private Repeat() {
    }

    /**
     * A replay of {@code schedule}: from the line itself where it is short enough for a shell,
     * else from the file it was saved to, else {@code again}, the command that found it.
     */
    static String line(Chosen chosen, Schedule schedule, Path saved, String again) {
        String token = token(chosen, schedule);
        if (token.length() <= MOST_CHARACTERS) {
            return "./exitrace replay " + token + scenario(chosen);
        }
        return saved == null ? again
                : "./exitrace replay " + Shell.quoted(saved.toString()) + scenario(chosen);
    }

    /** The schedule as a word. */
    static String token(Chosen chosen, Schedule schedule) {
        return Recordings.token(chosen.scenario(), chosen.design(), schedule);
    }

    /** Where a scenario that is not in the catalogue lies. */
    private static String scenario(Chosen chosen) {
        return chosen.isOwn() ? " --scenario " + Shell.quoted(chosen.written()) : "";
    }
}

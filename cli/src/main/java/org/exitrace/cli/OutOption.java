package org.exitrace.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.scenarios.document.Place;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.schedule.ScheduleWriter;
import picocli.CommandLine.Option;

/** Where a schedule is saved. */
final class OutOption {

    private static final String ENDING = ".json";

    @Option(names = "--out", paramLabel = "FILE.json", order = 20,
            description = "Save the schedule that is shown.")
    private String file;

    /** Refuses, before anything is computed, a place that cannot be written to. */
    void check() {
        if (file != null) {
            check(path());
        }
    }

    /** Refuses a place that cannot be written to. */
    static void check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String why = Files.isDirectory(file) ? "this is a folder; name a file in it"
                : folder == null || !Files.isDirectory(folder)
                        ? "its folder does not exist; make it first"
                : !Files.isWritable(folder) ? "its folder may not be written to; name another"
                : "";
        if (!why.isEmpty()) {
            throw new UnusableInputException(
                    Place.of(file.toString()), "this file cannot be written: " + why);
        }
    }

    /** Saves {@code schedule} where that was asked for. */
    void save(Schedule schedule) {
        if (file != null) {
            ScheduleWriter.write(schedule, path());
        }
    }

    /** The file; {@code null} where none was asked for. */
    Path path() {
        if (file == null) {
            return null;
        }
        if (!file.endsWith(ENDING)) {
            throw new UnusableInputException("'--out' is a file whose name ends in .json, not '"
                    + file + "'");
        }
        return path(file);
    }

    /** A path that can be one. */
    static Path path(String written) {
        try {
            return Path.of(written);
        } catch (InvalidPathException refused) {
            throw new UnusableInputException("'" + written + "' cannot be a file's name; "
                    + "name another");
        }
    }
}

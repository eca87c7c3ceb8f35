package org.exitrace.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.document.WrittenBeside;
import org.exitrace.scenarios.schedule.ScheduleWriter;
import picocli.CommandLine.Option;

/** Where a schedule is saved. */
final class OutOption {

    /** Of a schedule's file. */
    static final String ENDING = ".json";

    /** What makes something else of a run. */
    static final String ELSEWHERE =
            "'./exitrace report' makes other formats of a saved schedule";

    @Option(names = "--out", paramLabel = "FILE.json", order = 20,
            description = "Save the schedule that is shown.")
    private String file;

    /** Refuses, before anything is computed, a place that cannot be written to. */
    void check() {
        if (file != null) {
            WrittenBeside.refuseUnwritable(path());
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
        FileEnding.of("--out", file, List.of(ENDING), ELSEWHERE);
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

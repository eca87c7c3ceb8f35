package org.exitrace.cli;

import java.nio.file.Path;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.document.WrittenBeside;
import org.exitrace.scenarios.schedule.ScheduleWriter;
import picocli.CommandLine.Option;

/** Where one run is saved: its schedule, or what KVM's tracepoints would have told of it. */
final class RunOutOption {

    private static final String ENDING = ".json";

    @Option(names = "--out", paramLabel = "FILE", order = 20,
            description = "Save the run. .json: its schedule. .txt: KVM's tracepoints, for runs of"
                    + " kind ap-boot, ghcb or vtl.")
    private String file;

    /** Refuses, before anything is computed, what cannot be saved there. */
    void check(Chosen chosen) {
        if (file == null) {
            return;
        }
        if (isText()) {
            TracepointText.check(chosen);
        } else if (!file.endsWith(ENDING)) {
            throw new UnusableInputException("'--out' is a file whose name ends in " + ENDING
                    + " or " + TracepointText.ENDING + ", not '" + file + "'");
        }
        WrittenBeside.refuseUnwritable(OutOption.path(file));
    }

    /** Saves the run where that was asked for. */
    void save(Chosen chosen, Trace trace, boolean timed, Schedule schedule) {
        if (file != null && isText()) {
            WrittenBeside.write(OutOption.path(file), TracepointText.of(chosen, trace, timed));
        } else if (file != null) {
            ScheduleWriter.write(schedule, OutOption.path(file));
        }
    }

    /** The file that the schedule is saved to; {@code null} where it is not. */
    Path schedule() {
        return file == null || isText() ? null : OutOption.path(file);
    }

    private boolean isText() {
        return file.endsWith(TracepointText.ENDING);
    }
}

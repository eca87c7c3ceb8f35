package org.exitrace.cli;

import java.nio.file.Path;
import java.util.List;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.scenarios.document.WrittenBeside;
import org.exitrace.scenarios.schedule.ScheduleWriter;
import picocli.CommandLine.Option;

/** Where one run is saved: its schedule, or what KVM's tracepoints would have told of it. */
final class RunOutOption {

    private static final List<String> ENDINGS =
            List.of(OutOption.ENDING, TracepointText.ENDING);

    @Option(names = "--out", paramLabel = "FILE", order = 20,
            description = "Save the run. .json: its schedule. .txt: KVM's tracepoints, for runs of"
                    + " kind ap-boot, ghcb or vtl.")
    private String file;

    /** Refuses, before anything is computed, what cannot be saved there. */
    void check(Chosen chosen) {
        if (file == null) {
            return;
        }
        FileEnding.of("--out", file, ENDINGS, OutOption.ELSEWHERE);
        if (isText()) {
            TracepointText.check(chosen);
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

package org.exitrace.cli;

import java.nio.file.Path;
import java.util.List;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.document.WrittenBeside;
import picocli.CommandLine.Option;

/** What becomes of the figures that a trace tells. */
final class CalibrationOptions {

    private static final String ENDING = ".yaml";

    @Option(names = "--out", paramLabel = "FILE.yaml", order = 20,
            description = "Save the profile that is made.")
    private String file;

    @Option(names = "--onto", paramLabel = "P", order = 21,
            description = "Take costs that the trace does not tell from this profile: its name, or"
                    + " a file ending in .yaml. Measured ones are then told to be of another"
                    + " machine.")
    private String onto;

    @Option(names = "--platform", paramLabel = "TEXT", order = 22,
            description = "Which machine it was: processor, clock, kernel, guest. A trace does not"
                    + " tell.")
    private String platform;

    /** Refuses all of them for an action that makes no profile. */
    void refuseFor(String action) {
        if (file != null || onto != null || platform != null) {
            throw new UnusableInputException("'trace " + action + "' makes no profile; leave out "
                    + (file != null ? "--out" : onto != null ? "--onto" : "--platform")
                    + ", or say 'trace calibrate'");
        }
    }

    /** Refuses, before anything is read, a place that cannot be written to. */
    void check() {
        if (file == null) {
            return;
        }
        FileEnding.of("--out", file, List.of(ENDING));
        WrittenBeside.refuseUnwritable(path());
    }

    boolean isSaved() {
        return file != null;
    }

    /** Where the profile is saved. */
    Path path() {
        return OutOption.path(file);
    }

    /** As it was typed. */
    String file() {
        return file;
    }

    /** The profile that completes it; {@code null} where none does. */
    String onto() {
        return onto;
    }

    /** What was said of the machine, or {@code otherwise}. */
    String platform(String otherwise) {
        return platform == null || platform.isBlank() ? otherwise : platform;
    }
}

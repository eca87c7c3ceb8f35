package org.exitrace.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.exitrace.scenarios.document.WrittenBeside;
import picocli.CommandLine.Option;

/** Where a page for a browser is saved. */
final class PageOption {

    static final String ENDING = ".html";

    @Option(names = "--html", paramLabel = "FILE.html", order = 21,
            description = "Save what is told as a page for a browser.")
    private String file;

    /** Refuses, before anything is computed, a place that cannot be written to. */
    void check() {
        if (file != null) {
            WrittenBeside.refuseUnwritable(path("--html", file));
        }
    }

    /** Saves the page where one was asked for. */
    void save(Supplier<String> page) {
        if (file != null) {
            WrittenBeside.write(path("--html", file), page.get());
        }
    }

    /** A page never takes the place of a file of another kind, such as a scenario. */
    static Path path(String option, String written) {
        FileEnding.of(option, written, List.of(ENDING));
        return OutOption.path(written);
    }
}

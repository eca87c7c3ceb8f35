package org.exitrace.cli;

import java.util.function.Supplier;
import org.exitrace.scenarios.document.WrittenBeside;
import picocli.CommandLine.Option;

/** Where a page for a browser is saved. */
final class PageOption {

    @Option(names = "--html", paramLabel = "FILE", order = 21,
            description = "Save what is told as a page for a browser.")
    private String file;

    /** Refuses, before anything is computed, a place that cannot be written to. */
    void check() {
        if (file != null) {
            WrittenBeside.refuseUnwritable(OutOption.path(file));
        }
    }

    /** Saves the page where one was asked for. */
    void save(Supplier<String> page) {
        if (file != null) {
            WrittenBeside.write(OutOption.path(file), page.get());
        }
    }
}

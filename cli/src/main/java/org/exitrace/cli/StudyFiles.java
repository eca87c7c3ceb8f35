package org.exitrace.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.document.WrittenBeside;
import picocli.CommandLine.Option;

/** Files of figures that a study is saved to: their names' endings say as what. */
final class StudyFiles {

    @Option(names = "--out", paramLabel = "FILE", order = 20,
            description = "Save what is told, as the name ends: .csv is a line for each figure,"
                    + " .json the document of --json, .hlog an HdrHistogram log of the latencies."
                    + " May stand several times.")
    private List<String> files = new ArrayList<>();

    /** What a file can hold, by the ending of its name. */
    enum Kind {
        /** A line for each figure. */
        CSV(".csv"),
        /** The document of {@code --json}. */
        JSON(".json"),
        /** An HdrHistogram log. */
        HDR_LOG(".hlog");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        private static Kind of(String file) {
            Map<String, Kind> kinds = new LinkedHashMap<>();
            List.of(values()).forEach(kind -> kinds.put(kind.ending, kind));
            return kinds.get(FileEnding.of(
                    "--out", file, kinds.keySet(), "a page is '--html FILE.html'"));
        }
    }

    /** Refuses, before anything is computed, what cannot be written to. */
    void check() {
        paths().keySet().forEach(WrittenBeside::refuseUnwritable);
    }

    /** Saves each file with the content of its kind. */
    void save(Map<Kind, Supplier<String>> contents) {
        paths().forEach((path, kind) -> WrittenBeside.write(path, contents.get(kind).get()));
    }

    private Map<Path, Kind> paths() {
        Map<Path, Kind> paths = new LinkedHashMap<>();
        for (String file : files) {
            if (paths.put(OutOption.path(file), Kind.of(file)) != null) {
                throw new UnusableInputException(
                        "'--out' names '" + file + "' twice; name it once");
            }
        }
        return paths;
    }
}

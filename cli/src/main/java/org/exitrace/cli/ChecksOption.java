package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.exitrace.reports.export.JUnitXml;
import org.exitrace.reports.export.SarifLog;
import org.exitrace.reports.view.CheckView;
import org.exitrace.scenarios.document.WrittenBeside;
import picocli.CommandLine.Option;

/** Where it is saved what was verified, for servers that build and test. */
final class ChecksOption {

    private static final Map<String, Function<List<CheckView>, String>> FORMATS =
            new LinkedHashMap<>();

    static {
        FORMATS.put(".xml", JUnitXml::of);
        FORMATS.put(".sarif", checks -> SarifLog.of(checks, Version.number()));
    }

    @Option(names = "--out", paramLabel = "FILE", order = 20,
            description = "Save what was verified; the ending tells the format: .xml is that of"
                    + " JUnit, .sarif SARIF 2.1.0. May be given for both.")
    private List<String> files = new ArrayList<>();

    /** Refuses, before anything is computed, places that cannot be written to. */
    void check() {
        for (String file : files) {
            writer(file);
            WrittenBeside.refuseUnwritable(OutOption.path(file));
        }
    }

    /** Saves {@code checks} wherever that was asked for. */
    void save(List<CheckView> checks) {
        for (String file : files) {
            WrittenBeside.write(OutOption.path(file), writer(file).apply(checks));
        }
    }

    private static Function<List<CheckView>, String> writer(String file) {
        return FORMATS.get(FileEnding.of("--out", file, FORMATS.keySet()));
    }
}

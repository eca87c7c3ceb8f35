package org.exitrace.cli;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.exitrace.reports.export.ChromeTrace;
import org.exitrace.reports.export.InformalTrace;
import org.exitrace.reports.export.SequenceDiagram;
import org.exitrace.reports.export.ValueChangeDump;
import org.exitrace.reports.html.HtmlReport;
import org.exitrace.reports.view.RunView;
import org.exitrace.scenarios.document.UnusableInputException;

/** What a run is saved as; the ending of the file's name tells which is meant. */
enum RunFormat {
    /** A page for a browser. */
    PAGE(".html", HtmlReport::run),
    /** A sequence diagram that GitHub draws. */
    MERMAID(".mmd", SequenceDiagram::mermaid),
    /** A sequence diagram in the language of PlantUML. */
    PLANT_UML(".puml", SequenceDiagram::plantUml),
    /** Tracks, slices and arrows for Perfetto and Chrome. */
    CHROME(".perfetto.json", ChromeTrace::of),
    /** Apalache's Informal Trace Format. */
    INFORMAL(".itf.json", InformalTrace::of),
    /** Waveforms for GTKWave and Surfer. */
    WAVES(".vcd", ValueChangeDump::of),
    /** KVM's tracepoints. */
    TRACEPOINTS(TracepointText.ENDING, TracepointText::of);

    private final String ending;
    private final Writer writer;

    RunFormat(String ending, Function<RunView, String> writer) {
        this(ending, (chosen, replayed, view) -> writer.apply(view));
    }

    RunFormat(String ending, Writer writer) {
        this.ending = ending;
        this.writer = writer;
    }

    String ending() {
        return ending;
    }

    /** Refuses a run that has no such form. */
    void check(Chosen chosen) {
        if (this == TRACEPOINTS) {
            TracepointText.check(chosen);
        }
    }

    String write(Chosen chosen, Replayed replayed, RunView view) {
        return writer.write(chosen, replayed, view);
    }

    /** The format of a file of that name. */
    static RunFormat of(String file) {
        return Arrays.stream(values()).filter(format -> file.endsWith(format.ending)).findFirst()
                .orElseThrow(() -> new UnusableInputException("'--out' is a file whose name ends"
                        + " in " + Arrays.stream(values()).map(RunFormat::ending)
                        .collect(Collectors.joining(", ")) + ", not '" + file + "'"));
    }

    @FunctionalInterface
    private interface Writer {
        String write(Chosen chosen, Replayed replayed, RunView view);
    }
}

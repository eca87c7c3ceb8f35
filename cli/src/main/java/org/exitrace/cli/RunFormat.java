package org.exitrace.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.exitrace.reports.export.ChromeTrace;
import org.exitrace.reports.export.InformalTrace;
import org.exitrace.reports.export.SequenceDiagram;
import org.exitrace.reports.export.ValueChangeDump;
import org.exitrace.reports.html.HtmlReport;
import org.exitrace.reports.view.RunView;

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
        Map<String, RunFormat> formats = new LinkedHashMap<>();
        List.of(values()).forEach(format -> formats.put(format.ending, format));
        return formats.get(FileEnding.of("--out", file, formats.keySet()));
    }

    @FunctionalInterface
    private interface Writer {
        String write(Chosen chosen, Replayed replayed, RunView view);
    }
}

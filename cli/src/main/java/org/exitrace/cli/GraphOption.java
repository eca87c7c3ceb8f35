package org.exitrace.cli;

import java.util.List;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.engine.explore.ReachedStates;
import org.exitrace.reports.export.StateGraphDot;
import org.exitrace.scenarios.document.WrittenBeside;
import picocli.CommandLine.Option;

/** Where the graph of states is saved, and how much of it. */
final class GraphOption {

    private static final String ENDING = ".dot";

    @Option(names = "--dot", paramLabel = "FILE.dot", order = 22,
            description = "Save the states and the steps between them as a graph for Graphviz.")
    private String file;

    @Option(names = "--limit", paramLabel = "N", order = 23, converter = Numbers.Count.class,
            description = "Of '--dot': draw the first so many states, breadth-first; 200 unless"
                    + " told otherwise.")
    private int limit = 200;

    private ReachedStates reached;

    /** Refuses, before anything is computed, a place that cannot be written to. */
    void check() {
        if (file != null) {
            FileEnding.of("--dot", file, List.of(ENDING));
            WrittenBeside.refuseUnwritable(OutOption.path(file));
        }
    }

    /** Finds what is to be drawn, where that is asked for, and tells how much it is. */
    void reach(Chosen chosen, Sheet sheet) {
        if (file != null) {
            reached = ReachedStates.of(chosen.scenario().build(chosen.design()), limit);
            sheet.add("graph", file + ": " + StateGraphDot.told(reached)
                    + (reached.whole() ? "" : "; '--limit' draws more"));
        }
    }

    /** Saves it where that is asked for. */
    void save(Chosen chosen) {
        if (file != null) {
            WrittenBeside.write(OutOption.path(file),
                    StateGraphDot.of(chosen.heading("", "", ""), reached));
        }
    }

    /** For programs; {@code null} where nothing is drawn. */
    JsonObject json() {
        return reached == null ? null : new JsonObject().put("file", file)
                .put("states", reached.states().size()).put("edges", reached.edges().size())
                .put("whole", reached.whole());
    }
}

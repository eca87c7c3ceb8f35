package org.exitrace.reports.export;

import java.util.List;
import org.exitrace.engine.explore.ReachedStates;
import org.exitrace.engine.explore.ReachedStates.Edge;
import org.exitrace.engine.explore.ReachedStates.State;
import org.exitrace.reports.view.RunHeading;

/**
 * States and the steps between them in DOT, which Graphviz draws: a broken state is red and tells
 * what it breaks, a state at rest has a double line, one out of which not all is drawn a dashed
 * line. A tooltip tells what changed in a state; an actor's steps have a colour.
 */
public final class StateGraphDot {

    private static final List<String> COLOURS = List.of("#1f77b4", "#2ca02c", "#9467bd", "#8c564b",
            "#e377c2", "#7f7f7f", "#bcbd22", "#17becf", "#ff7f0e", "#000000");

    private StateGraphDot() {
    }

    /** The whole text. */
    public static String of(RunHeading heading, ReachedStates reached) {
        StringBuilder out = new StringBuilder("digraph states {\n");
        out.append("  graph [label=").append(quoted(title(heading, reached))).append("];\n");
        out.append("  node [shape=ellipse];\n");
        for (int number = 0; number < reached.states().size(); number++) {
            out.append("  s").append(number).append(node(number, reached.states().get(number)))
                    .append(";\n");
        }
        for (Edge edge : reached.edges()) {
            String colour = COLOURS.get(edge.actor() % COLOURS.size());
            out.append("  s").append(edge.from()).append(" -> s").append(edge.to())
                    .append(" [label=").append(quoted(edge.name())).append(", color=\"")
                    .append(colour).append("\", fontcolor=\"").append(colour).append("\"];\n");
        }
        return out.append("}\n").toString();
    }

    private static String title(RunHeading heading, ReachedStates reached) {
        return heading.scenario() + "\n" + heading.machine() + "\n" + told(reached);
    }

    /** How much of the model that is, in a sentence. */
    public static String told(ReachedStates reached) {
        return reached.whole() ? "all " + reached.states().size() + " states"
                : "the first " + reached.states().size()
                        + " states, breadth-first; dashed ones have steps that are not drawn";
    }

    private static String node(int number, State state) {
        String label = number + (state.broken().isEmpty() ? ""
                : "\nbreaks " + String.join(", ", state.broken()));
        return " [label=" + quoted(label)
                + (state.changes().isEmpty() ? ""
                        : ", tooltip=" + quoted(String.join("\n", state.changes())))
                + (state.broken().isEmpty() ? "" : ", color=red, fontcolor=red")
                + (state.atRest() ? ", peripheries=2" : "")
                + (state.complete() ? "" : ", style=dashed") + "]";
    }

    /** In a text of DOT a quote ends it; where it is drawn, a backslash and an entity mean more. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '&' -> out.append("&amp;");
                case '\n' -> out.append("\\n");
                default -> out.appendCodePoint(c < ' ' ? ' ' : c);
            }
        });
        return out.append('"').toString();
    }
}

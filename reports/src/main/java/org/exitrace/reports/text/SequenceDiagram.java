package org.exitrace.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.exitrace.reports.view.Arrow;
import org.exitrace.reports.view.PropertyView;
import org.exitrace.reports.view.RunView;

/**
 * A run as a sequence diagram in the language Mermaid, which pages of documentation draw: a lane
 * an actor, notes for its steps, and an arrow from a step to the first one of another actor that
 * acts on what it wrote. Meant for runs of tens of steps.
 */
public final class SequenceDiagram {

    private static final String INDENT = "    ";
    private static final String BREAK = "<br/>";

    private final RunView run;
    private final StringBuilder out = new StringBuilder("sequenceDiagram\n");
    /** Steps of one actor that no arrow and no broken promise parts. */
    private final List<String> note = new ArrayList<>();
    private int noted;

    private SequenceDiagram(RunView run) {
        this.run = run;
    }

    /** The whole text, with a line feed behind each line. */
    public static String of(RunView run) {
        return new SequenceDiagram(run).draw();
    }

    private String draw() {
        for (int actor = 0; actor < run.actors().size(); actor++) {
            line("participant " + lane(actor) + " as " + plain(run.actors().get(actor)));
        }
        broken(0);
        for (int number = 1; number <= run.stepCount(); number++) {
            arrowsTo(number);
            int actor = run.step(number).actor();
            if (actor != noted) {
                endNote();
            }
            noted = actor;
            note.add(number + " " + plain(run.step(number).name()));
            broken(number);
        }
        endNote();
        return out.toString();
    }

    private void arrowsTo(int number) {
        for (Arrow arrow : run.arrows()) {
            if (arrow.to() == number) {
                endNote();
                String text = arrow.messages().isEmpty() ? "lets go on"
                        : arrow.messages().stream().map(each -> plain(each.toString()))
                                .collect(Collectors.joining(BREAK));
                line(lane(run.step(arrow.from()).actor()) + "->>"
                        + lane(run.step(number).actor()) + ": " + text);
            }
        }
    }

    private void broken(int number) {
        for (PropertyView property : run.properties()) {
            if (property.isBroken() && property.brokenAt() == number) {
                endNote();
                line("Note over " + lane(0) + "," + lane(run.actors().size() - 1) + ": broken: "
                        + plain(property.sentence()) + " (" + plain(property.id()) + ")");
            }
        }
    }

    private void endNote() {
        if (!note.isEmpty()) {
            line("Note over " + lane(noted) + ": " + String.join(BREAK, note));
            note.clear();
        }
    }

    private static String lane(int actor) {
        return "a" + actor;
    }

    /** In Mermaid a semicolon ends a line, # begins a character by number, and &lt; a tag. */
    private static String plain(String text) {
        return Ascii.of(text).replace("#", "#35;").replaceAll("(?<!#35);", "#59;")
                .replace("<", "#lt;");
    }

    private void line(String text) {
        out.append(INDENT).append(text).append('\n');
    }
}

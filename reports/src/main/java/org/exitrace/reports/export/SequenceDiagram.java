package org.exitrace.reports.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.exitrace.reports.text.Ascii;
import org.exitrace.reports.view.Arrow;
import org.exitrace.reports.view.PropertyView;
import org.exitrace.reports.view.RunView;

/**
 * A run as a sequence diagram in a language that pages of documentation draw: a lane an actor,
 * notes for its steps, and an arrow from a step to the first one of another actor that acts on what
 * it wrote. Meant for runs of tens of steps.
 */
public final class SequenceDiagram {

    private final RunView run;
    private final SequenceLanguage language;
    private final StringBuilder out = new StringBuilder();
    /** Steps of one actor that no arrow and no broken promise parts. */
    private final List<String> note = new ArrayList<>();
    private int noted;

    private SequenceDiagram(RunView run, SequenceLanguage language) {
        this.run = run;
        this.language = language;
    }

    /** The whole text in Mermaid, which GitHub draws; a line feed stands behind each line. */
    public static String mermaid(RunView run) {
        return new SequenceDiagram(run, SequenceLanguage.MERMAID).draw();
    }

    /** The whole text in PlantUML; a line feed stands behind each line. */
    public static String plantUml(RunView run) {
        return new SequenceDiagram(run, SequenceLanguage.PLANT_UML).draw();
    }

    private String draw() {
        out.append(language.begin());
        for (int actor = 0; actor < run.actors().size(); actor++) {
            out.append(language.participant(lane(actor), plain(run.actors().get(actor))));
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
        return out.append(language.end()).toString();
    }

    private void arrowsTo(int number) {
        for (Arrow arrow : run.arrows()) {
            if (arrow.to() == number) {
                endNote();
                String text = arrow.messages().isEmpty() ? "lets go on"
                        : arrow.messages().stream().map(each -> plain(each.toString()))
                                .collect(Collectors.joining(language.lineBreak()));
                out.append(language.arrow(lane(run.step(arrow.from()).actor()),
                        lane(run.step(number).actor()), text));
            }
        }
    }

    private void broken(int number) {
        for (PropertyView property : run.properties()) {
            if (property.isBroken() && property.brokenAt() == number) {
                endNote();
                out.append(language.note(lane(0) + "," + lane(run.actors().size() - 1), "broken: "
                        + plain(property.sentence()) + " (" + plain(property.id()) + ")"));
            }
        }
    }

    private void endNote() {
        if (!note.isEmpty()) {
            out.append(language.note(lane(noted), String.join(language.lineBreak(), note)));
            note.clear();
        }
    }

    private static String lane(int actor) {
        return "a" + actor;
    }

    private String plain(String text) {
        return language.plain(Ascii.of(text));
    }
}

package org.exitrace.reports.text;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.reports.view.RunHeading;

/** The head that all text reports share. */
final class HeadingText {

    private HeadingText() {
    }

    static void write(RunHeading heading, StringBuilder out) {
        new Entries(out)
                .add("scenario", heading.scenario())
                .add("machine", heading.machine())
                .addAll("design", design(heading.design()))
                .add("profile", heading.profile())
                .add("seed", heading.seed())
                .add("trace", heading.traceHash());
    }

    private static List<String> design(Design design) {
        List<String> lines = new ArrayList<>();
        for (Switch<?> choice : design.switches()) {
            String label = design.labels().get(choice.name());
            String usual = design.differences().containsKey(choice.name())
                    ? " (usually " + choice.usual().label() + ")" : "";
            lines.add(choice.name() + "=" + label + usual);
        }
        return lines;
    }
}

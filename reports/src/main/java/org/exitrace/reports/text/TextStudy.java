package org.exitrace.reports.text;

import java.util.List;
import org.exitrace.reports.view.RunHeading;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.reports.view.StudyView;

/** Studies of several sets of timed runs in text. */
public final class TextStudy {

    private TextStudy() {
    }

    /** The whole text, with a line feed behind each line. */
    public static String of(StudyView study) {
        StringBuilder out = new StringBuilder();
        RunHeading heading = study.heading();
        Entries entries = new Entries(out);
        entries.add("scenario", heading.scenario()).add("machine", heading.machine());
        study.facts().forEach(fact -> entries.add(fact.word(), fact.text()));
        entries.add("profile", heading.profile()).add("seed", heading.seed());
        out.append(parts(study.parts())).append('\n');
        entries.command("repeat", heading.reproduction());
        return out.toString();
    }

    /** The parts alone, each behind an empty line. */
    public static String parts(List<StudyPart> parts) {
        StringBuilder out = new StringBuilder();
        parts.forEach(part -> write(part, out));
        return out.toString();
    }

    private static void write(StudyPart part, StringBuilder out) {
        out.append('\n').append(Ascii.of(part.title())).append('\n');
        if (!part.head().isEmpty()) {
            TextTable table = new TextTable(part.head().toArray(String[]::new));
            part.rows().forEach(row -> table.row(row.toArray(String[]::new)));
            table.write(out);
        }
        for (String note : part.notes()) {
            Wrap.words(Ascii.of(note), Wrap.COLUMNS)
                    .forEach(line -> out.append(line).append('\n'));
        }
        new Entries(out).command("repeat", part.command());
    }
}

package org.exitrace.reports.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.view.Activity;
import org.exitrace.reports.view.CellView;
import org.exitrace.reports.view.PropertyView;
import org.exitrace.reports.view.RunView;
import org.exitrace.reports.view.StepView;

/**
 * A run in fixed columns: step, virtual time where there is one, a lane an actor, the step's name
 * and what it changed. Pure ASCII, at most 100 columns, the same text for the same run.
 */
public final class TextTrace {

    private static final int STEP_COLUMNS = 5;
    private static final int GAP = 2;

    private final RunView run;
    private final LaneLetters letters;
    private final Lanes lanes;
    private final Set<String> counters = new LinkedHashSet<>();
    private final Map<String, Integer> actorOfCell = new LinkedHashMap<>();
    private final int timeColumns;
    private final int textColumns;

    /** The trace of {@code run}. */
    public TextTrace(RunView run) {
        this.run = run;
        this.letters = new LaneLetters(run);
        this.lanes = new Lanes(run, letters);
        this.timeColumns = timeColumns();
        this.textColumns = Wrap.COLUMNS - STEP_COLUMNS - timeColumns - GAP
                - lanes.head().length() - GAP;
        for (int actor = 0; actor < run.actors().size(); actor++) {
            int lane = actor;
            letters.cellOf(run.actors().get(actor)).ifPresent(c -> actorOfCell.put(c, lane));
        }
        for (CellView cell : run.cells()) {
            if (cell.role() == CellView.Role.COUNTER) {
                counters.add(cell.name());
            }
            showState(cell.name(), cell.initial());
        }
    }

    /** The whole text, with a line feed behind each line. */
    public static String of(RunView run) {
        StringBuilder out = new StringBuilder();
        new TextTrace(run).write(out);
        return out.toString();
    }

    private void write(StringBuilder out) {
        HeadingText.write(run.heading(), out);
        new Entries(out)
                .add("lanes", "* acts   | waits   . can act   blank: rests;"
                        + " no program counters")
                .addAll("", Wrap.parts(lanes.legend(), "  ", Wrap.COLUMNS - Entries.INDENT))
                .addAll("states", letters.legend());
        out.append('\n');
        line(out, Entries.right("step", STEP_COLUMNS), timeColumns == 0 ? "" : "ns",
                lanes.head(), "what");
        broken(out, 0);
        for (int number = 1; number <= run.stepCount(); number++) {
            step(out, run.step(number));
            broken(out, number);
        }
        end(out);
        foot(out);
    }

    private void end(StringBuilder out) {
        String number = Entries.right("end", STEP_COLUMNS);
        Activity last = run.activity(run.stepCount());
        String row = lanes.row(last);
        for (String text : Wrap.words(Ascii.of(run.heading().ending()), textColumns)) {
            line(out, number, "", row, text);
            number = " ".repeat(STEP_COLUMNS);
            row = lanes.continued(last);
        }
    }

    private int timeColumns() {
        if (!run.heading().timed()) {
            return 0;
        }
        long last = run.stepCount() == 0 ? 0 : run.step(run.stepCount()).atNs();
        return GAP + Math.max(GAP, Durations.grouped(last).length());
    }

    private void showState(String cell, String value) {
        Integer actor = actorOfCell.get(cell);
        if (actor != null) {
            lanes.show(actor, cell, value);
        }
    }

    private void step(StringBuilder out, StepView step) {
        step.changes().forEach(change -> showState(change.cell(), change.after()));
        String row = lanes.row(step.actor(), run.activity(step.number() - 1));
        String further = lanes.continued(run.activity(step.number()));
        String time = timeColumns == 0 ? "" : Durations.grouped(step.atNs());
        String number = Entries.right(Integer.toString(step.number()), STEP_COLUMNS);
        for (String text : texts(step)) {
            line(out, number, time, row, text);
            number = " ".repeat(STEP_COLUMNS);
            time = "";
            row = further;
        }
    }

    private List<String> texts(StepView step) {
        List<String> changes = step.changes().stream()
                .filter(change -> !counters.contains(change.cell()))
                .map(change -> Ascii.of(change.toString())).toList();
        String name = Ascii.of(run.actors().get(step.actor()) + " " + step.name());
        String oneLine = name + " -- " + String.join("; ", changes);
        if (!changes.isEmpty() && oneLine.length() <= textColumns) {
            return List.of(oneLine);
        }
        List<String> texts = new ArrayList<>(hanging(Wrap.words(name, textColumns - 2)));
        Wrap.parts(changes, "; ", textColumns - 4).forEach(line -> texts.add("    " + line));
        return texts;
    }

    private static List<String> hanging(List<String> lines) {
        List<String> all = new ArrayList<>();
        lines.forEach(line -> all.add(all.isEmpty() ? line : "  " + line));
        return all;
    }

    private void line(StringBuilder out, String number, String time, String row, String text) {
        String line = number + Entries.right(time, timeColumns) + "  " + row + "  " + text;
        out.append(line.stripTrailing()).append('\n');
    }

    private void broken(StringBuilder out, int number) {
        for (PropertyView property : run.properties()) {
            if (property.isBroken() && property.brokenAt() == number) {
                Entries entries = new Entries(out);
                entries.add(" !!!!", "BROKEN  " + property.kind() + ": " + property.sentence());
                entries.add("", property.because().isEmpty() ? ""
                        : "because " + property.because());
                entries.add("", property.source().isEmpty() ? "" : "source: " + property.source());
            }
        }
    }

    private void foot(StringBuilder out) {
        out.append('\n');
        Entries entries = new Entries(out);
        entries.addAll("waiting", run.waiting());
        PropertyLines.write(run.properties(), out);
        entries.command("repeat", run.heading().reproduction());
    }
}

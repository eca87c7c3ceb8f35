package org.exitrace.reports.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exitrace.reports.view.LaneState;
import org.exitrace.reports.view.RunView;
import org.exitrace.reports.view.StepView;

/**
 * One letter for each value of the cells that stand in lanes. Actors whose cells share a name
 * behind the region ({@code vcpu[1].mp_state}, {@code vcpu[2].mp_state}) share the letters.
 */
final class LaneLetters {

    private static final String SPARE =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Map<String, Map<String, Character>> lettersOfKind = new LinkedHashMap<>();
    private final Map<String, LaneState> stateOfActor = new LinkedHashMap<>();

    /** Gives letters to all values that {@code run} shows. */
    LaneLetters(RunView run) {
        Map<String, String> kindOfCell = new LinkedHashMap<>();
        for (LaneState state : run.laneStates()) {
            String kind = kind(state.cell());
            stateOfActor.put(state.actor(), state);
            kindOfCell.put(state.cell(), kind);
            lettersOfKind.computeIfAbsent(kind, k -> new LinkedHashMap<>())
                    .putAll(state.letters());
        }
        run.cells().stream().filter(cell -> kindOfCell.containsKey(cell.name()))
                .forEach(cell -> assign(kindOfCell.get(cell.name()), cell.initial()));
        for (int number = 1; !kindOfCell.isEmpty() && number <= run.stepCount(); number++) {
            StepView step = run.step(number);
            step.changes().stream().filter(change -> kindOfCell.containsKey(change.cell()))
                    .forEach(change -> assign(kindOfCell.get(change.cell()), change.after()));
        }
    }

    /** Whether any lane shows a cell. */
    boolean isEmpty() {
        return stateOfActor.isEmpty();
    }

    /** The cell that stands in {@code actor}'s lane. */
    Optional<String> cellOf(String actor) {
        return Optional.ofNullable(stateOfActor.get(actor)).map(LaneState::cell);
    }

    /** The letter of {@code value} of {@code cell}. */
    char letter(String cell, String value) {
        return lettersOfKind.get(kind(cell)).get(value);
    }

    /** One line for each kind of cell: its name and its letters. */
    List<String> legend() {
        List<String> lines = new ArrayList<>();
        lettersOfKind.forEach((kind, letters) -> {
            StringBuilder line = new StringBuilder(kind).append(':');
            letters.forEach((value, letter) ->
                    line.append("  ").append(letter).append(' ').append(value));
            lines.add(line.toString());
        });
        return lines;
    }

    private static String kind(String cell) {
        return cell.substring(cell.indexOf('.') + 1);
    }

    private void assign(String kind, String value) {
        Map<String, Character> letters = lettersOfKind.get(kind);
        if (letters.containsKey(value)) {
            return;
        }
        String wanted = value.toUpperCase(java.util.Locale.ROOT) + value + SPARE;
        char letter = (char) wanted.chars()
                .filter(c -> SPARE.indexOf(c) >= 0 && !letters.containsValue((char) c))
                .findFirst().orElse('?');
        letters.put(value, letter);
    }
}

package org.exitrace.reports.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.reports.view.Activity;
import org.exitrace.reports.view.RunView;

/**
 * The lanes of a text trace: one an actor, as wide as names allow. Where there are more actors
 * than lanes, those that act first get one each and the rest share the last.
 */
final class Lanes {

    /** Most lanes. */
    static final int MOST = 16;

    private static final int MOST_COLUMNS_FOR_NAMES = 36;
    private static final String SHARED = "~";

    private final List<String> actors;
    private final LaneLetters letters;
    private final int[] laneOf;
    private final List<String> labels;
    private final boolean named;
    private final char[] state;

    /** The lanes of {@code run}. */
    Lanes(RunView run, LaneLetters letters) {
        this.actors = run.actors();
        this.letters = letters;
        this.laneOf = new int[actors.size()];
        List<Integer> shown = shown(run);
        boolean shares = shown.size() < actors.size();
        Arrays.fill(laneOf, shown.size());
        List<String> names = new ArrayList<>();
        for (int lane = 0; lane < shown.size(); lane++) {
            laneOf[shown.get(lane)] = lane;
            names.add(Ascii.of(actors.get(shown.get(lane))));
        }
        int cell = letters.isEmpty() ? 1 : 2;
        int columns = names.stream().mapToInt(name -> Math.max(cell, name.length()) + 1).sum();
        this.named = columns <= MOST_COLUMNS_FOR_NAMES;
        this.labels = new ArrayList<>();
        for (int lane = 0; lane < names.size(); lane++) {
            String label = named ? names.get(lane)
                    : Character.toString(lane < 9 ? '1' + lane : 'a' + lane - 9);
            labels.add(Entries.pad(label, cell));
        }
        if (shares) {
            labels.add(Entries.pad(SHARED, cell));
        }
        this.state = new char[labels.size()];
        Arrays.fill(state, ' ');
    }

    private static List<Integer> shown(RunView run) {
        Set<Integer> first = new LinkedHashSet<>();
        int all = run.actors().size();
        int most = all <= MOST ? all : MOST - 1;
        for (int number = 1; number <= run.stepCount() && first.size() < most; number++) {
            first.add(run.step(number).actor());
        }
        for (int actor = 0; actor < all && first.size() < most; actor++) {
            first.add(actor);
        }
        return first.stream().sorted().toList();
    }

    /** The head of the lanes. */
    String head() {
        return String.join(" ", labels);
    }

    /** Which actor has which lane, where the head has no room for names; otherwise empty. */
    List<String> legend() {
        List<String> texts = new ArrayList<>();
        for (int actor = 0; !named && actor < actors.size(); actor++) {
            String label = labels.get(laneOf[actor]).strip();
            if (!label.equals(SHARED)) {
                texts.add(label + " " + Ascii.of(actors.get(actor)));
            }
        }
        if (labels.size() > 0 && labels.get(labels.size() - 1).strip().equals(SHARED)) {
            texts.add(SHARED + " all others");
        }
        return texts;
    }

    /** The lane of {@code actor}, unless shared, shows from now on {@code value} of its cell. */
    void show(int actor, String cell, String value) {
        if (!labels.get(laneOf[actor]).strip().equals(SHARED)) {
            state[laneOf[actor]] = letters.letter(cell, value);
        }
    }

    /** The lanes beside a step that {@code acting} takes in a state of that activity. */
    String row(int acting, Activity before) {
        char[] marks = marks(before, true);
        marks[laneOf[acting]] = '*';
        return row(marks, true);
    }

    /** The lanes where nobody acts. */
    String row(Activity activity) {
        return row(marks(activity, true), true);
    }

    /** The lanes beside a further line of a step: only who waits. */
    String continued(Activity activity) {
        return row(marks(activity, false), false);
    }

    private char[] marks(Activity activity, boolean ready) {
        char[] marks = new char[labels.size()];
        Arrays.fill(marks, ' ');
        for (int actor = 0; actor < laneOf.length; actor++) {
            if (ready && activity.ready().get(actor)) {
                marks[laneOf[actor]] = '.';
            } else if (activity.waiting().get(actor) && marks[laneOf[actor]] == ' ') {
                marks[laneOf[actor]] = '|';
            }
        }
        return marks;
    }

    private String row(char[] marks, boolean withState) {
        StringBuilder row = new StringBuilder();
        for (int lane = 0; lane < marks.length; lane++) {
            String cell = Character.toString(marks[lane])
                    + (withState && !letters.isEmpty() ? state[lane] : "");
            row.append(Entries.pad(cell, labels.get(lane).length()));
            row.append(lane + 1 < marks.length ? " " : "");
        }
        return row.toString();
    }
}

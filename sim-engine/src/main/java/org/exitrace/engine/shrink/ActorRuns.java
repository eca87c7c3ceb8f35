package org.exitrace.engine.shrink;

import java.util.ArrayList;
import java.util.List;

/** A schedule cut into rows of steps of one actor each. */
final class ActorRuns {

    private final List<List<String>> runs = new ArrayList<>();

    ActorRuns(List<String> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (i == 0 || !actor(steps.get(i)).equals(actor(steps.get(i - 1)))) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(steps.get(i));
        }
    }

    int count() {
        return runs.size();
    }

    boolean sameActor(int one, int other) {
        return actor(runs.get(one).get(0)).equals(actor(runs.get(other).get(0)));
    }

    /** All steps, with row {@code from} moved to stand directly behind row {@code behind}. */
    List<String> movedBehind(int from, int behind) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            if (i != from) {
                steps.addAll(runs.get(i));
            }
            if (i == behind) {
                steps.addAll(runs.get(from));
            }
        }
        return steps;
    }

    static int switches(List<String> steps) {
        return Math.max(0, new ActorRuns(steps).count() - 1);
    }

    private static String actor(String fullName) {
        int blank = fullName.indexOf(' ');
        return blank < 0 ? fullName : fullName.substring(0, blank);
    }
}

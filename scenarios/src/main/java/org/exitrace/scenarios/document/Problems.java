package org.exitrace.scenarios.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, so that all of it can be told at once. */
public final class Problems {

    private static final int MOST_TOLD = 100;

    private final List<Problem> found = new ArrayList<>();

    /** Adds one. */
    public void add(Place place, String sentence) {
        found.add(new Problem(place, sentence));
    }

    /** Adds several. */
    public void addAll(List<Problem> others) {
        found.addAll(others);
    }

    /** Does {@code work}, and adds what makes its input unusable. */
    public void unlessUsable(Runnable work) {
        try {
            work.run();
        } catch (UnusableInputException unusable) {
            addAll(unusable.problems());
        }
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Everything, without repetition, in the order of file, line and column; at most 100. */
    public List<Problem> inOrder() {
        return found.stream().distinct()
                .sorted(Comparator.comparing((Problem problem) -> problem.place().file())
                        .thenComparing(problem -> problem.place().line())
                        .thenComparing(problem -> problem.place().column()))
                .limit(MOST_TOLD).toList();
    }

    /** Throws everything, where there is anything. */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new UnusableInputException(inOrder());
        }
    }
}

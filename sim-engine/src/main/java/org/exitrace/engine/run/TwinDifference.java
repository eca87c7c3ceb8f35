package org.exitrace.engine.run;

import java.util.List;
import java.util.Optional;

/**
 * Two models from one factory that were given the same choices and went different ways.
 *
 * @param steps how many steps both had taken
 * @param enabled full names of what the first could then take
 * @param twinEnabled full names of what its twin could take
 * @param cell the first cell in which the two states differ, where one does
 */
public record TwinDifference(
        long steps, List<String> enabled, List<String> twinEnabled, Optional<CellPair> cell) {

    private static final String LIKELY_CAUSES = " Likely causes: the order of a HashMap or HashSet,"
            + " an identity hash code, a static field that a model changes, a clock or a random"
            + " number, or a guard that reads what is not in the vector.";

    /**
     * A cell of both models.
     *
     * @param first its name and value in the first
     * @param twin name and value in its twin
     */
    public record CellPair(String first, String twin) {
    }

    /** What differs, and where to look for the reason. */
    @Override
    public String toString() {
        String what = cell
                .map(pair -> "the states differ: " + pair.first() + " against " + pair.twin())
                .orElseGet(() -> "what can be taken differs: " + enabled
                        + " against " + twinEnabled);
        return "the model is not deterministic; behind step " + steps + " " + what + "."
                + LIKELY_CAUSES;
    }
}

package org.exitrace.scenarios.family;

import java.util.List;
import org.exitrace.engine.step.Step;

/**
 * The steps that lead from guest to host or back.
 *
 * @param costs cost keys of such steps
 * @param steps names of such steps
 */
public record Crossings(List<String> costs, StepNames steps) {

    /** Nobody said which they are. */
    public static final Crossings NONE = new Crossings(List.of(), StepNames.NONE);

    /** Copies the list. */
    public Crossings {
        costs = List.copyOf(costs);
    }

    /** Whether somebody said which they are. */
    public boolean areKnown() {
        return !costs.isEmpty() || !steps.written().isEmpty();
    }

    /** Those among {@code all}, by their places in that list. */
    public boolean[] among(List<Step> all) {
        boolean[] crossing = steps.among(all);
        for (int i = 0; i < crossing.length; i++) {
            crossing[i] |= costs.contains(all.get(i).costKey());
        }
        return crossing;
    }
}

package org.exitrace.engine.schedule;

import java.util.List;
import java.util.Optional;

/**
 * Where a replay left the recorded run.
 *
 * @param step number of the step that could not be taken, or behind which the state differs
 * @param wanted full name of that step; empty where the first state differs
 * @param enabled what could be taken instead; empty where nobody can, or a state differs
 * @param stateDiffers whether the steps could be taken and a checkpoint has another state
 * @param difference the first cell that is not as recorded, where a checkpoint shows one
 */
public record Divergence(
        int step, String wanted, List<String> enabled, boolean stateDiffers,
        Optional<Difference> difference) {

    /**
     * A cell that is not as recorded.
     *
     * @param cell its full name
     * @param recorded the value that the schedule has
     * @param replayed the value that the replay came to
     */
    public record Difference(String cell, String recorded, String replayed) {
    }

    /** What happened, in one sentence. */
    @Override
    public String toString() {
        if (difference.isPresent()) {
            Difference cell = difference.get();
            return "the state behind step " + step + " is not as recorded: cell '" + cell.cell()
                    + "' was " + cell.recorded() + " and is " + cell.replayed();
        }
        if (!enabled.isEmpty()) {
            return "step " + step + ", '" + wanted + "', cannot be taken; what can is: "
                    + String.join("; ", enabled);
        }
        if (stateDiffers) {
            return "the state behind step " + step + " is not as recorded, though no recorded cell"
                    + " differs: this is another machine or another version of the model";
        }
        return "step " + step + ", '" + wanted + "', cannot be taken: nobody can take a step";
    }
}

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
 * @param difference the first cell that is not as the schedule has it: in a state that differs, or
 *     else in the next state that it has, to which the step that cannot be taken would lead
 */
public record Divergence(
        int step, String wanted, List<String> enabled, boolean stateDiffers,
        Optional<Difference> difference) {

    /**
     * A cell that is not as recorded.
     *
     * @param step number of the step behind which the schedule has it
     * @param cell its full name
     * @param recorded the value that the schedule has
     * @param replayed the value that the replay came to
     */
    public record Difference(int step, String cell, String recorded, String replayed) {
    }

    /** What happened, in one sentence. */
    @Override
    public String toString() {
        if (!stateDiffers) {
            return "step " + step + ", '" + wanted + "', cannot be taken"
                    + difference.map(cell -> "; behind step " + cell.step() + " cell '"
                    + cell.cell() + "' was recorded as " + cell.recorded() + ", and here it is "
                    + cell.replayed()).orElse("") + (enabled.isEmpty()
                    ? "; nobody can take a step" : "; what can is: " + String.join("; ", enabled));
        }
        return "the state behind step " + step + " is not as recorded"
                + difference.map(cell -> ": cell '" + cell.cell() + "' was " + cell.recorded()
                + " and is " + cell.replayed()).orElse(", though no recorded cell differs: this"
                + " is another machine or another version of the model");
    }
}

package org.exitrace.scenarios.comparison;

import java.util.List;
import java.util.Optional;
import org.exitrace.scenarios.campaign.OperationSamples;
import org.exitrace.scenarios.family.FamilyColumn;
import org.exitrace.scenarios.family.MeasuredOperation;

/**
 * What one operation takes in the design of one column.
 *
 * @param operation the operation
 * @param column the design
 * @param samples what was measured; empty where it does not apply, or was not begun
 * @param profile the name of the timing profile; empty where time is not known
 * @param assumed cost keys of the machine's steps whose figures in the profile nobody measured
 * @param why why something is missing, in a sentence; else empty
 */
public record MeasuredCell(MeasuredOperation operation, FamilyColumn column,
        Optional<OperationSamples> samples, String profile, List<String> assumed, String why) {

    /** Copies the list. */
    public MeasuredCell {
        assumed = List.copyOf(assumed);
    }
}

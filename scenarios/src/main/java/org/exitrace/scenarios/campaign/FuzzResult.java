package org.exitrace.scenarios.campaign;

import java.util.List;
import java.util.Map;

/**
 * What many runs by chance showed.
 *
 * @param seed of the campaign
 * @param runs how many were made
 * @param steps of all runs together
 * @param strategies how many runs chose in which way
 * @param ends how many runs ended why, by the name of {@code RunEnd}
 * @param failures the runs that broke something and were kept, in order
 * @param failed how many runs broke something
 * @param neverFired full names of the steps that no run took
 * @param interrupted whether somebody stopped it
 */
public record FuzzResult(
        long seed, long runs, long steps, Map<String, Long> strategies, Map<String, Long> ends,
        List<FuzzFailure> failures, long failed, List<String> neverFired, boolean interrupted) {
}

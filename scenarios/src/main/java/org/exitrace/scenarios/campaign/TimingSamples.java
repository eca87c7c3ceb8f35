package org.exitrace.scenarios.campaign;

import java.util.List;
import java.util.Map;
import org.exitrace.engine.time.StepSpending;

/**
 * What many timed runs showed; runs in the order in which they were made.
 *
 * @param seed of the campaign; that of a run is {@code RandomStream.seedOfRun(seed, run)}
 * @param endNs virtual time of the last step of each run, in nanoseconds
 * @param steps how many steps each run took
 * @param firstBrokenNs by property id, for each run that broke it, the virtual time at which
 * @param brokenRuns by property id, the numbers of these runs, from 0
 * @param ends how many runs ended why, by the name of {@code RunEnd}
 * @param actors what the actors did with their time
 * @param spending where time went, by step, in all runs together
 * @param exits how long virtual CPUs were out, by the step that exits, the most frequent first
 * @param standstill why a run did not end, where time stood still in one; else empty
 * @param interrupted whether somebody stopped it
 */
public record TimingSamples(
        long seed, long[] endNs, long[] steps, Map<String, long[]> firstBrokenNs,
        Map<String, long[]> brokenRuns, Map<String, Long> ends, List<ActorTime> actors,
        StepSpending spending, List<Exit> exits, String standstill, boolean interrupted) {

    /** How many runs were made. */
    public int runs() {
        return endNs.length;
    }

    /** In how many runs the property of that id broke. */
    public int broken(String property) {
        long[] times = firstBrokenNs.get(property);
        return times == null ? 0 : times.length;
    }

    /** The first run in which the property of that id broke; it did in one. */
    public long firstBroken(String property) {
        return brokenRuns.get(property)[0];
    }

    /**
     * Exits by one step, in all runs together: from the exit to the actor's next entry.
     *
     * @param reason why the processor leaves, as perf names it
     * @param step the step that exits, without its routine
     * @param count how many
     * @param ns all of them together
     * @param leastNs the shortest
     * @param mostNs the longest
     * @param squares sum of the squares of their lengths
     */
    public record Exit(String reason, String step, long count, long ns, long leastNs, long mostNs,
            double squares) {

        /** What the cost keys of all steps that exit begin with. */
        private static final String COST = "vmexit";

        /** Whether a step that costs {@code key} is an exit. */
        public static boolean isCostOfOne(String key) {
            return key.startsWith(COST);
        }

        /** These and others, under the same names. */
        public Exit and(Exit next) {
            return new Exit(reason, step, count + next.count, ns + next.ns,
                    Math.min(leastNs, next.leastNs), Math.max(mostNs, next.mostNs),
                    squares + next.squares);
        }
    }

    /**
     * What one actor did with its time, in all runs together.
     *
     * @param actor its name
     * @param busyNs costs of the steps that it took; the last may end behind the run's last step
     * @param waitingNs time before its last step in which it was not busy
     * @param idleNs time behind its last step and that step's cost, until the run's last step
     */
    public record ActorTime(String actor, long busyNs, long waitingNs, long idleNs) {
    }
}

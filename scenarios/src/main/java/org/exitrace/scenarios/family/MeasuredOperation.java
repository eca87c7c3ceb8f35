package org.exitrace.scenarios.family;

/**
 * Something that machines do, of which steps, crossings and time are measured in seeded runs.
 *
 * @param name as the file names it
 * @param title what is done, in one line
 * @param scenario the name of the scenario of the family in which it is done
 * @param begins the steps with which it begins; none where it is a whole run
 * @param ends the steps with which it ends; none where it is a whole run
 * @param once whether only the first in each run counts
 * @param runs how many runs are made
 * @param seed that the seeds of the runs are drawn from
 */
public record MeasuredOperation(String name, String title, String scenario, StepNames begins,
        StepNames ends, boolean once, int runs, long seed) {

    /** How many runs are made unless a file says otherwise. */
    public static final int USUAL_RUNS = 1_000;

    /** Whether it lasts from the first step of a run to its last. */
    public boolean isWholeRun() {
        return begins.written().isEmpty();
    }
}

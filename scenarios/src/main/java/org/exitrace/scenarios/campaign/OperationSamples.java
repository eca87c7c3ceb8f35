package org.exitrace.scenarios.campaign;

/**
 * What an operation took in many runs; each time that it was done is a sample.
 *
 * @param steps how many steps of all actors it took, those with which it begins and ends included
 * @param crossings how many of these lead from guest to host or back
 * @param ns virtual time from its first step to its last, in nanoseconds; empty in untimed runs
 * @param runs how many runs were made
 * @param unended in how many runs it began and did not end
 * @param interrupted whether somebody stopped it
 */
public record OperationSamples(long[] steps, long[] crossings, long[] ns, long runs, long unended,
        boolean interrupted) {
}

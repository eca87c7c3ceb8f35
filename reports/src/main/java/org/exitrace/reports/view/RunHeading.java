package org.exitrace.reports.view;

import org.exitrace.engine.design.Design;

/**
 * What was run, and how to run it again. Texts that do not apply are empty.
 *
 * @param scenario path in the catalogue, or the name of a file
 * @param machine the machine in a few words, such as {@code 1 BSP, 2 APs}
 * @param design the chosen value of each switch
 * @param profile name of the timing profile; empty in untimed runs
 * @param seed as one writes it on the command line; empty where nothing was drawn
 * @param traceHash hash over all steps and states
 * @param ending why the run ended, such as {@code at rest}
 * @param reproduction the one line that repeats the run
 */
public record RunHeading(
        String scenario, String machine, Design design, String profile, String seed,
        String traceHash, String ending, String reproduction) {

    /** What is to be run; the run itself tells its hash and its ending. */
    public RunHeading(
            String scenario, String machine, Design design, String profile, String seed,
            String reproduction) {
        this(scenario, machine, design, profile, seed, "", "", reproduction);
    }

    /** The same of a run that is over. */
    public RunHeading ended(String hash, String how) {
        return new RunHeading(scenario, machine, design, profile, seed, hash, how, reproduction);
    }

    /** Whether steps carry virtual times. */
    public boolean timed() {
        return !profile.isEmpty();
    }
}

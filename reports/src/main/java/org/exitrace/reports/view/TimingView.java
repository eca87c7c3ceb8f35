package org.exitrace.reports.view;

import java.util.List;

/**
 * What many timed runs showed.
 *
 * @param heading what was run, and how to run it again
 * @param runs how many runs were made
 * @param measures what was measured, one after the other
 * @param breakages how often each property broke
 * @param actors where time went
 */
public record TimingView(
        RunHeading heading, long runs, List<Measure> measures, List<Breakage> breakages,
        List<ActorTime> actors) {

    /** Whether waiting was measured: whether anybody waited. */
    public boolean knowsWaiting() {
        return actors.stream().anyMatch(actor -> actor.waitingNs() > 0);
    }

    /**
     * One measured duration.
     *
     * @param name what was measured, such as {@code end of the run}
     * @param samplesNs its value in each run that has one, in nanoseconds, in any order
     */
    public record Measure(String name, long[] samplesNs) {
    }

    /**
     * How often a property broke.
     *
     * @param property the property
     * @param broken in how many of the runs it broke
     */
    public record Breakage(PropertyView property, long broken) {
    }

    /**
     * Where an actor's time went, summed over all runs, in nanoseconds.
     *
     * @param actor its name
     * @param busyNs it was taking steps
     * @param waitingNs it waited for somebody else; 0 for all actors where that was not measured
     * @param idleNs it had nothing to do
     */
    public record ActorTime(String actor, long busyNs, long waitingNs, long idleNs) {
    }
}

package org.exitrace.engine.time;

import org.exitrace.engine.step.Step;

/**
 * One step in a timed run: who takes it, what it costs, and since when it waits. What a step needs
 * lies in one place, since a run goes from step to step and memory is far away.
 */
final class TimedStep {

    final Step step;
    final int index;
    final Offers own;
    /** Its place when all steps are sorted by name. */
    final int rank;
    /** What it always costs, and its delay; {@link StepTimes#VARIES} where they are drawn. */
    final long costNs;
    final long delayNs;
    /** When its delay has passed, where it can be taken. */
    long earliestNs;
    /** Since when it can be taken. */
    long enabledNs;
    /** From when on it waits for nothing but its actor. */
    long queuesFromNs;

    TimedStep(Step step, Offers own, int rank, long costNs, long delayNs) {
        this.step = step;
        this.index = step.index();
        this.own = own;
        this.rank = rank;
        this.costNs = costNs;
        this.delayNs = delayNs;
    }

    /** When it can start: its actor is free, and its delay has passed. */
    long startNs() {
        return Math.max(own.readyNs, earliestNs);
    }
}

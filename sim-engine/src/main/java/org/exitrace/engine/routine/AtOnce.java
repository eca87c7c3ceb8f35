package org.exitrace.engine.routine;

import org.exitrace.engine.step.Step;

/**
 * A routine that runs from its beginning to its end inside one step of whoever asks: nobody sees
 * its middle. For code whose interleavings were searched elsewhere.
 *
 * @param <R> the region that the routine speaks of
 */
public final class AtOnce<R> {

    private final Program<R> program;
    private final ProgramCounter counter;
    private Step[] offered;

    /** Runs {@code program}, which nobody else does; it is idle between two runs. */
    public AtOnce(Program<R> program, ProgramCounter counter) {
        this.program = program.startsIdle();
        this.counter = counter;
    }

    /**
     * Runs it.
     *
     * @throws IllegalStateException where it waits, or has a choice
     */
    public void run() {
        if (offered == null) {
            offered = new Step[program.steps().size()];
        }
        counter.start();
        while (!counter.isIdle()) {
            int ways = program.offer(offered, 0);
            if (ways != 1) {
                throw new IllegalStateException(program.name() + " runs at once and has " + ways
                        + " ways at " + program.waitsAt());
            }
            offered[0].fire();
        }
    }
}

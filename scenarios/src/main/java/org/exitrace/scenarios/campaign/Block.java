package org.exitrace.scenarios.campaign;

import java.util.function.BooleanSupplier;
import org.exitrace.engine.run.RunResult;

/**
 * Consecutive runs of a campaign, which one worker makes.
 *
 * @param first number of the first run, from 0
 * @param behind number of the run behind the last
 * @param stop whether to stop; asked between two runs, and now and then in one
 * @param progress told of each run
 */
record Block(long first, long behind, BooleanSupplier stop, CampaignCount progress) {

    /** Makes the runs of blocks, on a machine of its own. */
    @FunctionalInterface
    interface Worker<T> {
        /** Makes the runs of {@code block} in their order, as many as it can until it stops. */
        T make(Block block);
    }

    /** Whether the campaign was stopped, or no run from here on counts any more. */
    boolean isStopped() {
        return stop.getAsBoolean();
    }

    /** Another run was made. */
    void ran(RunResult result) {
        progress.ran(result);
    }
}

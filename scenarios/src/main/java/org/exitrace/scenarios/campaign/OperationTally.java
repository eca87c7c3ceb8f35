package org.exitrace.scenarios.campaign;

import java.util.stream.LongStream;

/** What an operation took in consecutive runs. */
final class OperationTally implements Tally<OperationTally> {

    private final LongStream.Builder steps = LongStream.builder();
    private final LongStream.Builder crossings = LongStream.builder();
    private final LongStream.Builder ns = LongStream.builder();
    private long runs;
    private long unended;
    private boolean last;

    /** Keeps the samples of a run; {@code timed} whether {@code lasted} tells something. */
    void keep(long taken, long crossed, long lasted, boolean timed) {
        steps.add(taken);
        crossings.add(crossed);
        if (timed) {
            ns.add(lasted);
        }
    }

    /** A run is over; {@code open} whether the operation began and did not end. */
    void ran(boolean open) {
        runs++;
        unended += open ? 1 : 0;
    }

    /** Not all runs of the block were made. */
    void cutShort() {
        last = true;
    }

    @Override
    public boolean isLast() {
        return last;
    }

    @Override
    public void add(OperationTally next) {
        next.steps.build().forEach(steps);
        next.crossings.build().forEach(crossings);
        next.ns.build().forEach(ns);
        runs += next.runs;
        unended += next.unended;
    }

    /** The samples of a campaign that was to make {@code wanted} runs. */
    OperationSamples samples(long wanted) {
        return new OperationSamples(steps.build().toArray(), crossings.build().toArray(),
                ns.build().toArray(), runs, unended, runs < wanted);
    }
}

package org.exitrace.engine.time;

import org.exitrace.engine.random.RandomStream;

/** Each whole number of a range, equally likely. */
final class UniformDuration extends Duration {

    private final long leastNs;
    private final long mostNs;

    UniformDuration(long leastNs, long mostNs) {
        this.leastNs = leastNs;
        this.mostNs = mostNs;
    }

    @Override
    public long sample(RandomStream stream) {
        return leastNs + stream.nextPart(mostNs - leastNs + 1);
    }

    @Override
    public long at(long place) {
        return leastNs + Math.multiplyHigh(place, mostNs - leastNs + 1 << 1);
    }

    @Override
    public String toString() {
        return leastNs + " to " + mostNs + " ns";
    }
}

package org.exitrace.engine.time;

import org.exitrace.engine.random.RandomStream;

/** Always the same. */
final class ConstantDuration extends Duration {

    private final long ns;

    ConstantDuration(long ns) {
        this.ns = ns;
    }

    @Override
    public long sample(RandomStream stream) {
        return ns;
    }

    @Override
    public long at(long place) {
        return ns;
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public String toString() {
        return ns + " ns";
    }
}

package org.exitrace.engine.time;

import org.exitrace.engine.random.RandomStream;

/** Another length many times over: the same chance, with other figures. */
final class ScaledDuration extends Duration {

    private static final long ONE = 1_000;

    private final Duration length;
    private final long thousandths;

    ScaledDuration(Duration length, long thousandths) {
        this.length = length;
        this.thousandths = thousandths;
    }

    @Override
    public long sample(RandomStream stream) {
        return scaled(length.sample(stream));
    }

    @Override
    public long at(long place) {
        return scaled(length.at(place));
    }

    @Override
    public boolean isConstant() {
        return length.isConstant();
    }

    /** Nothing is lost: a million times {@link #MOST_NS} is less than 2^63. */
    private long scaled(long ns) {
        return ns / ONE * thousandths + ns % ONE * thousandths / ONE;
    }

    @Override
    public String toString() {
        return thousandths + " thousandths of " + length;
    }
}

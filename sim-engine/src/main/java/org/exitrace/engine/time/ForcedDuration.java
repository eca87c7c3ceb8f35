package org.exitrace.engine.time;

import org.exitrace.engine.random.RandomStream;

/** A time that an injection may force. */
final class ForcedDuration extends Duration {

    private final Duration length;
    private final Injection injection;

    ForcedDuration(Duration length, Injection injection) {
        this.length = length;
        this.injection = injection;
    }

    @Override
    public long sample(RandomStream stream) {
        return length.at(injection.place(stream.nextLong() >>> 1));
    }

    @Override
    public long at(long place) {
        return length.at(place);
    }

    @Override
    public String toString() {
        return length + ", forced now and then";
    }
}

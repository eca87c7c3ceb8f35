package org.exitrace.engine.time;

import java.util.Arrays;

/** What one actor can do now, and when it is free to do it. */
final class Offers {

    /** Place of the actor. */
    final int actor;
    TimedStep[] enabled = new TimedStep[4];
    int count;
    TimedStep best;
    /** What it took last, and when; nothing while {@link #readyNs} is 0. */
    TimedStep took;
    long tookNs;
    long readyNs;
    long busyNs;
    boolean changed;

    Offers(int actor) {
        this.actor = actor;
    }

    /** Another run begins, at time 0, with nothing on offer. */
    void begin() {
        count = 0;
        readyNs = 0;
        busyNs = 0;
        changed = false;
    }

    void add(TimedStep step) {
        if (count == enabled.length) {
            enabled = Arrays.copyOf(enabled, 2 * count);
        }
        enabled[count++] = step;
    }

    /** Takes {@code step} out; order does not matter, since ties go by name. */
    void remove(TimedStep step) {
        int place = 0;
        while (enabled[place] != step) {
            place++;
        }
        enabled[place] = enabled[--count];
    }
}

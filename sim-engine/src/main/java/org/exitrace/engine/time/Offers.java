package org.exitrace.engine.time;

import java.util.Arrays;
import org.exitrace.engine.random.RandomStream;

/** What one actor can do now, and when it is free to do it. */
final class Offers {

    final RandomStream stream;
    int[] enabled = new int[4];
    int count;
    int best;
    long readyNs;
    long busyNs;
    boolean changed;

    Offers(RandomStream stream) {
        this.stream = stream;
    }

    void add(int step) {
        if (count == enabled.length) {
            enabled = Arrays.copyOf(enabled, 2 * count);
        }
        enabled[count++] = step;
    }

    /** Takes {@code step} out; order does not matter, since ties go by name. */
    void remove(int step) {
        int place = 0;
        while (enabled[place] != step) {
            place++;
        }
        enabled[place] = enabled[--count];
    }
}

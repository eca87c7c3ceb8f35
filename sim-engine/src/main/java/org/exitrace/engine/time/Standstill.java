package org.exitrace.engine.time;

import java.util.stream.IntStream;

/** Watches whether virtual time moves, and remembers who acted last while it does not. */
final class Standstill {

    private static final int REMEMBERED = 16;

    private final int[] lately = new int[REMEMBERED];
    private long length = -1;

    void chose(int step, boolean timeMoved) {
        length = timeMoved ? 0 : length + 1;
        lately[(int) length & REMEMBERED - 1] = step;
    }

    boolean lasts(long steps) {
        return length >= steps;
    }

    long length() {
        return length;
    }

    /** The steps taken lately, each once, by index. */
    IntStream round() {
        return IntStream.of(lately).limit(length + 1).distinct().sorted();
    }
}

package org.exitrace.engine.run;

import org.exitrace.engine.state.Frame;
import org.exitrace.engine.step.Step;

/**
 * What a step does wherever it reads the same: what it writes, and what can be done behind it; or
 * what is offered where nobody took a step.
 */
final class LearnedStep {

    /** For each cell that it writes: cell and word, the bits to clear, what is added then. */
    static final int WRITE = 3;
    private static final int CLEARED = 1;
    private static final int ADDED = 2;
    private static final int CELL = 32;

    /** What its source offers then. */
    final Step[] offered;
    /** What it offers if that is one step, else {@code null}. */
    final Step next;
    /** Places of the cells that the source reads to offer that, each once, in order. */
    final int[] asked;
    private final long[] writes;

    LearnedStep(long[] writes, Step[] offered, int[] asked) {
        this.writes = writes;
        this.offered = offered;
        this.next = offered.length == 1 ? offered[0] : null;
        this.asked = asked;
    }

    /** The first number of a write to {@code cell}, which lies in {@code word}. */
    static long place(int cell, int word) {
        return (long) cell << CELL | word;
    }

    /** Does in {@code frame} what the step does, and tells {@code watch} which cells change. */
    void take(Frame frame, CellWatch watch) {
        long[] all = writes;
        for (int i = 0; i < all.length; i += WRITE) {
            long place = all[i];
            if (frame.replace((int) place, all[i + CLEARED], all[i + ADDED])) {
                watch.changed((int) (place >>> CELL));
            }
        }
    }
}

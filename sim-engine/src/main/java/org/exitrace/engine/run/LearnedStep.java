package org.exitrace.engine.run;

import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.Frame;
import org.exitrace.engine.step.Step;

/** What a step does wherever it reads the same: what it writes, and what can be done behind it. */
final class LearnedStep {

    private static final int BITS = 1;
    private static final int VALUE = 2;
    private static final int WRITE = 3;
    private static final int CELL = 32;

    /** What its source offers then. */
    final Step[] offered;
    /** Places of the cells that the source reads to offer that, each once, in order. */
    final int[] asked;
    /** For each cell that it writes: cell and word, the bits of the cell, what they become. */
    private final long[] writes;

    /** A step that leaves {@code written} as {@code frame} has them now. */
    LearnedStep(Frame frame, Cell[] written, Step[] offered, int[] asked) {
        this.offered = offered;
        this.asked = asked;
        writes = new long[WRITE * written.length];
        for (int i = 0; i < written.length; i++) {
            Cell cell = written[i];
            long bits = cell.mask() << cell.shift();
            writes[WRITE * i] = (long) cell.index() << CELL | cell.word();
            writes[WRITE * i + BITS] = bits;
            writes[WRITE * i + VALUE] = frame.word(cell.word()) & bits;
        }
    }

    /** Does in {@code frame} what the step does, and tells {@code watch} which cells change. */
    void take(Frame frame, CellWatch watch) {
        for (int i = 0; i < writes.length; i += WRITE) {
            long place = writes[i];
            if (frame.replace((int) place, writes[i + BITS], writes[i + VALUE])) {
                watch.changed((int) (place >>> CELL));
            }
        }
    }
}

package org.exitrace.engine.run;

import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.Frame;
import org.exitrace.engine.step.Step;

/** What a step does wherever it reads the same: what it writes, and what can be done behind it. */
final class LearnedStep {

    /** What its source offers then. */
    final Step[] offered;
    /** Places of the cells that the source reads to offer that, in order. */
    final int[] asked;
    private final int[] cells;
    private final int[] words;
    private final long[] masks;
    private final long[] bits;

    /** A step that leaves {@code written} as {@code frame} has them now. */
    LearnedStep(Frame frame, Cell[] written, Step[] offered, int[] asked) {
        this.offered = offered;
        this.asked = asked;
        cells = new int[written.length];
        words = new int[written.length];
        masks = new long[written.length];
        bits = new long[written.length];
        for (int i = 0; i < written.length; i++) {
            Cell cell = written[i];
            cells[i] = cell.index();
            words[i] = cell.word();
            masks[i] = cell.mask() << cell.shift();
            bits[i] = frame.word(cell.word()) & masks[i];
        }
    }

    /** Does in {@code frame} what the step does, and tells {@code watch} which cells change. */
    void take(Frame frame, CellWatch watch) {
        for (int i = 0; i < cells.length; i++) {
            if (frame.replace(words[i], masks[i], bits[i])) {
                watch.changed(cells[i]);
            }
        }
    }
}

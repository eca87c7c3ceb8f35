package org.exitrace.engine.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.CellObserver;
import org.exitrace.engine.state.Frame;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.step.StepSource;

/**
 * Takes a step and notes on which values of which cells it depends what the step does, and what
 * its source then offers: those that were read before they were written.
 */
final class StepLesson implements CellObserver {

    private static final int READ = 1;
    private static final int WRITTEN = 2;
    private static final int ASKED = 4;

    private final Frame frame;
    private final CellWatch watch;
    private final Step[] fresh;
    private final byte[] touched;
    private final Cell[] written;
    private Cell[] read = new Cell[16];
    private long[] values = new long[16];
    private int[] asked = new int[16];
    private final List<int[]> lists = new ArrayList<>();
    private int reads;
    private int writes;
    private int questions;
    private boolean asks;

    /** Passes writes on to {@code watch}; at most {@code offers} steps are offered at a time. */
    StepLesson(Frame frame, CellWatch watch, int cells, int offers) {
        this.frame = frame;
        this.watch = watch;
        this.touched = new byte[cells];
        this.written = new Cell[cells];
        this.fresh = new Step[offers];
    }

    /** Takes {@code step}, which {@code source} has offered. */
    LearnedStep take(Step step, StepSource source) {
        Arrays.fill(touched, (byte) 0);
        reads = 0;
        writes = 0;
        questions = 0;
        asks = false;
        frame.observe(this);
        step.fire();
        asks = true;
        int count = source.offer(fresh, 0);
        frame.observe(watch);
        frame.observeReads(false);
        return new LearnedStep(frame, Arrays.copyOf(written, writes),
                Arrays.copyOf(fresh, count), questions());
    }

    /** The same questions are the same array, so that nothing is done where they stay. */
    private int[] questions() {
        for (int[] known : lists) {
            if (Arrays.equals(known, 0, known.length, asked, 0, questions)) {
                return known;
            }
        }
        int[] list = Arrays.copyOf(asked, questions);
        lists.add(list);
        return list;
    }

    /** How many cells it depends on. */
    int size() {
        return reads;
    }

    /** The {@code place}-th cell that it reads. */
    Cell cell(int place) {
        return read[place];
    }

    /** What it read there. */
    long value(int place) {
        return values[place];
    }

    @Override
    public void read(Cell cell) {
        byte before = touched[cell.index()];
        if (asks && (before & ASKED) == 0) {
            if (questions == asked.length) {
                asked = Arrays.copyOf(asked, 2 * questions);
            }
            touched[cell.index()] |= ASKED;
            asked[questions++] = cell.index();
        }
        if (before == 0) {
            touched[cell.index()] |= READ;
            if (reads == read.length) {
                read = Arrays.copyOf(read, 2 * reads);
                values = Arrays.copyOf(values, 2 * reads);
            }
            read[reads] = cell;
            values[reads++] = frame.word(cell.word()) >>> cell.shift() & cell.mask();
        }
    }

    @Override
    public void written(Cell cell, boolean changes) {
        if (asks) {
            throw CellWatch.writes("a guard", cell);
        }
        if ((touched[cell.index()] & WRITTEN) == 0) {
            touched[cell.index()] |= WRITTEN;
            written[writes++] = cell;
        }
        watch.written(cell, changes);
    }
}

package org.exitrace.engine.run;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.CellObserver;
import org.exitrace.engine.state.Frame;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.step.StepSource;

/**
 * Takes a step and notes on which values of which cells it depends what the step does, and what
 * its source then offers: those that were read before they were written.
 *
 * <p>A cell that is counted up does not depend on its value, but on whether it is full; so a step
 * that only counts is learned, however large the count.
 */
final class StepLesson implements CellObserver {

    private static final Step[] NOTHING = {};
    private static final int READ = 1;
    private static final int WRITTEN = 2;
    private static final int ASKED = 4;
    private static final int ADDED = 8;

    private final Frame frame;
    private final CellWatch watch;
    private final Step[] fresh;
    private final byte[] touched;
    /** What a cell held first, where it was read, and what was added to it before anything else. */
    private final long[] first;
    private final long[] sums;
    private final Cell[] written;
    private Cell[] read = new Cell[16];
    private long[] values = new long[16];
    private boolean[] holds = new boolean[16];
    private int[] asked = new int[16];
    /** Lists of questions, each by what it holds. */
    private final Map<IntBuffer, int[]> lists = new HashMap<>();
    private int reads;
    private int writes;
    private int questions;
    /** Who only asks now, and therefore must not write; {@code null} while a step is taken. */
    private String asker;

    /** Passes writes on to {@code watch}; at most {@code offers} steps are offered at a time. */
    StepLesson(Frame frame, CellWatch watch, int cells, int offers) {
        this.frame = frame;
        this.watch = watch;
        this.touched = new byte[cells];
        this.first = new long[cells];
        this.sums = new long[cells];
        this.written = new Cell[cells];
        this.fresh = new Step[offers];
    }

    /** Takes {@code step}, which {@code source} has offered. */
    LearnedStep take(Step step, StepSource source) {
        begin();
        step.fire();
        return ask(source);
    }

    /** Asks {@code source} in the state that is loaded. */
    LearnedStep askOnly(StepSource source) {
        begin();
        return ask(source);
    }

    /** Asks whether the state that is loaded is forbidden; {@code null} if it is. */
    LearnedStep askWhetherAllowed(BooleanSupplier forbidden) {
        begin();
        asker = "a property";
        boolean isForbidden = forbidden.getAsBoolean();
        observeNoMore();
        return isForbidden ? null : new LearnedStep(writes(), NOTHING, questions());
    }

    private void begin() {
        forget();
        reads = 0;
        writes = 0;
        questions = 0;
        asker = null;
        frame.observe(this);
    }

    /** Of many cells a step touches few. */
    private void forget() {
        for (int i = 0; i < reads; i++) {
            touched[read[i].index()] = 0;
        }
        for (int i = 0; i < questions; i++) {
            touched[asked[i]] = 0;
        }
        for (int i = 0; i < writes; i++) {
            touched[written[i].index()] = 0;
            sums[written[i].index()] = 0;
        }
    }

    private LearnedStep ask(StepSource source) {
        asker = "a guard";
        int count = source.offer(fresh, 0);
        observeNoMore();
        return new LearnedStep(writes(), Arrays.copyOf(fresh, count), questions());
    }

    private void observeNoMore() {
        frame.observe(watch);
        frame.observeReads(false);
    }

    /** What is left of all writes; a cell that is known to hold what it held is not written. */
    private long[] writes() {
        long[] left = new long[LearnedStep.WRITE * writes];
        int size = 0;
        for (int i = 0; i < writes; i++) {
            Cell cell = written[i];
            int index = cell.index();
            boolean isSum = (touched[index] & WRITTEN) == 0;
            long value = raw(cell);
            boolean stays = isSum ? sums[index] == 0
                    : (touched[index] & READ) != 0 && first[index] == value;
            if (!stays) {
                left[size++] = LearnedStep.place(index, cell.word());
                left[size++] = isSum ? 0 : cell.mask() << cell.shift();
                left[size++] = (isSum ? sums[index] : value) << cell.shift();
            }
        }
        return Arrays.copyOf(left, size);
    }

    /** The same questions are the same array, so that nothing is done where they stay. */
    private int[] questions() {
        int[] known = lists.get(IntBuffer.wrap(asked, 0, questions));
        if (known == null) {
            known = Arrays.copyOf(asked, questions);
            lists.put(IntBuffer.wrap(known), known);
        }
        return known;
    }

    /** On how many answers it depends. */
    int size() {
        return reads;
    }

    /** The cell that it asks in the {@code place}-th place. */
    Cell cell(int place) {
        return read[place];
    }

    /** The value that it reads there, or asks for. */
    long value(int place) {
        return values[place];
    }

    /** Whether the cell has that value. */
    boolean holds(int place) {
        return holds[place];
    }

    @Override
    public void read(Cell cell) {
        question(cell);
        int index = cell.index();
        if ((touched[index] & (READ | WRITTEN)) == 0) {
            touched[index] |= READ;
            first[index] = raw(cell) - sums[index];
            dependsOn(cell, first[index], true);
        }
    }

    @Override
    public void compared(Cell cell, long raw) {
        if (LearnedSteps.isSmall(cell)) {
            read(cell);
            return;
        }
        question(cell);
        if ((touched[cell.index()] & (READ | WRITTEN)) == 0) {
            dependsOn(cell, raw - sums[cell.index()], raw(cell) == raw);
        }
    }

    private void question(Cell cell) {
        if (asker != null && (touched[cell.index()] & ASKED) == 0) {
            if (questions == asked.length) {
                asked = Arrays.copyOf(asked, 2 * questions);
            }
            touched[cell.index()] |= ASKED;
            asked[questions++] = cell.index();
        }
    }

    private void dependsOn(Cell cell, long value, boolean isHeld) {
        if (reads == read.length) {
            read = Arrays.copyOf(read, 2 * reads);
            values = Arrays.copyOf(values, 2 * reads);
            holds = Arrays.copyOf(holds, 2 * reads);
        }
        read[reads] = cell;
        values[reads] = value;
        holds[reads++] = isHeld;
    }

    private long raw(Cell cell) {
        return frame.word(cell.word()) >>> cell.shift() & cell.mask();
    }

    @Override
    public void written(Cell cell, boolean changes) {
        writes(cell, WRITTEN);
        watch.written(cell, changes);
    }

    @Override
    public void added(Cell cell, long by) {
        boolean isKnown = (touched[cell.index()] & (READ | WRITTEN)) != 0;
        writes(cell, isKnown ? WRITTEN : ADDED);
        sums[cell.index()] += isKnown ? 0 : by;
        watch.added(cell, by);
    }

    private void writes(Cell cell, int how) {
        if (asker != null) {
            throw CellWatch.writes(asker, cell);
        }
        if ((touched[cell.index()] & (WRITTEN | ADDED)) == 0) {
            written[writes++] = cell;
        }
        touched[cell.index()] |= how;
    }
}

package org.exitrace.engine.run;

import java.util.Arrays;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.CellObserver;
import org.exitrace.engine.step.Step;

/**
 * What is enabled, kept up to date: a source is asked again only when a word that it read while it
 * was asked last has been written since.
 *
 * <p>Sound because an offer is a function of the cells that are read to make it. It sees every
 * access, so a guard or a property that writes is an error at once: this is checked mode.
 */
final class Enabledness implements CellObserver, Enabled {

    private final Model model;
    private final WordWatch watch;
    private final Step[][] offered;
    private final int[] offeredCount;
    private final Step[] fresh;
    private int total;
    private boolean asking;

    Enabledness(Model model) {
        this.model = model;
        int sources = model.sourceCount();
        this.watch = new WordWatch(sources, model.layout().allWords());
        this.offered = new Step[sources][0];
        this.offeredCount = new int[sources];
        this.fresh = model.stepBuffer();
    }

    /** Asks everybody; the state that is loaded is the first. */
    void begin(Scheduler told) {
        total = 0;
        Arrays.fill(offeredCount, 0);
        watch.forgetAll();
        model.frame().observe(this);
        refresh(told);
    }

    /** Takes {@code step}, then asks those whom it concerns. */
    void take(Step step, Scheduler told) {
        step.fire();
        told.taken(step);
        refresh(told);
    }

    /** Stops watching. */
    void end() {
        model.frame().observe(null);
    }

    private void refresh(Scheduler told) {
        for (int unit = watch.nextDirty(); unit >= 0; unit = watch.nextDirty()) {
            asking = true;
            watch.startReading(unit);
            int count = model.source(unit).offer(fresh, 0);
            watch.stopReading(unit);
            asking = false;
            tellChanges(unit, count, told);
        }
    }

    private void tellChanges(int unit, int count, Scheduler told) {
        Step[] old = offered[unit];
        int oldCount = offeredCount[unit];
        for (int i = 0; i < oldCount; i++) {
            if (!contains(fresh, count, old[i])) {
                told.becameDisabled(old[i]);
            }
        }
        for (int i = 0; i < count; i++) {
            if (!contains(old, oldCount, fresh[i])) {
                told.becameEnabled(fresh[i]);
            }
        }
        if (old.length < count) {
            offered[unit] = new Step[count];
        }
        System.arraycopy(fresh, 0, offered[unit], 0, count);
        offeredCount[unit] = count;
        total += count - oldCount;
    }

    private static boolean contains(Step[] steps, int count, Step wanted) {
        for (int i = 0; i < count; i++) {
            if (steps[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int size() {
        return total;
    }

    @Override
    public Step get(int position) {
        int left = position;
        for (int unit = 0; unit < offeredCount.length; unit++) {
            if (left < offeredCount[unit]) {
                return offered[unit][left];
            }
            left -= offeredCount[unit];
        }
        throw new IndexOutOfBoundsException(position + " of " + total);
    }

    @Override
    public void read(Cell cell) {
        if (asking) {
            watch.read(cell.word());
        }
    }

    @Override
    public void written(Cell cell) {
        if (asking) {
            throw new IllegalStateException("a guard writes cell '" + cell.name()
                    + "'; guards only read, move the write into the effect");
        }
        watch.written(cell.word());
    }
}

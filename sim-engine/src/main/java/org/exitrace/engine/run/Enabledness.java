package org.exitrace.engine.run;

import java.util.Arrays;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.step.StepSource;

/**
 * What is enabled, kept up to date: a source is asked again only when a cell that it read while it
 * was asked last has been written since.
 *
 * <p>Sound because an offer is a function of the cells that are read to make it.
 */
final class Enabledness implements Enabled {

    private final Model model;
    private final StepSource[] sources;
    private final CellWatch watch;
    private final Scheduler scheduler;
    private RunObserver[] observers;
    private final Step[][] offered;
    private final int[] offeredCount;
    private final Step[] fresh;
    private final int[] sourceOf;
    private final int steps;
    private LearnedSteps learned;
    private StepLesson lesson;
    private int total;
    private long number;
    private boolean tells;

    Enabledness(Model model, CellWatch watch, Scheduler scheduler) {
        this.model = model;
        int count = model.sourceCount();
        this.sources = new StepSource[count];
        this.offered = new Step[count][];
        for (int i = 0; i < count; i++) {
            sources[i] = model.source(i);
            offered[i] = new Step[sources[i].steps().size()];
        }
        this.offeredCount = new int[count];
        this.fresh = model.stepBuffer();
        this.sourceOf = sourceOf(model);
        this.steps = sourceOf.length;
        this.watch = watch;
        this.scheduler = scheduler;
    }

    /** Who offers each step of {@code model}, by the step's index. */
    static int[] sourceOf(Model model) {
        int[] sourceOf = new int[model.steps().size()];
        for (int i = 0; i < model.sourceCount(); i++) {
            for (Step step : model.source(i).steps()) {
                sourceOf[step.index()] = i;
            }
        }
        return sourceOf;
    }

    /** Keeps in {@code trees} from now on what {@code lessons} show of steps, and of who offers. */
    void learn(LearnedSteps trees, StepLesson lessons) {
        learned = trees;
        lesson = lessons;
    }

    /** Asks everybody, and tells {@code told}; the state that is loaded is a run's first. */
    void begin(RunObserver[] told) {
        askEverybody(told, 0, true);
    }

    /** Asks everybody and tells nobody: what can be done behind step {@code place} is known. */
    void goOn(RunObserver[] told, long place) {
        askEverybody(told, place, false);
        tells = true;
    }

    private void askEverybody(RunObserver[] told, long place, boolean telling) {
        observers = told;
        Arrays.fill(offeredCount, 0);
        total = 0;
        number = place;
        tells = telling;
        for (int unit = 0; unit < sources.length; unit++) {
            watch.mark(unit);
        }
        refresh(null, -1);
    }

    /** Takes {@code step} as the {@code place}-th of the run, then asks those whom it concerns. */
    void take(Step step, long place) {
        number = place;
        LearnedStep known = learned == null ? null : learned.find(step.index());
        if (known != null) {
            known.take(model.frame(), watch);
            if (goesOn(step, known)) {
                return;
            }
        } else if (learned != null && learned.isToLearn()) {
            known = lesson.take(step, sources[sourceOf[step.index()]]);
            learned.learn(step.index(), lesson, known);
        } else {
            step.fire();
        }
        scheduler.taken(step);
        refresh(known, sourceOf[step.index()]);
    }

    /**
     * Most steps give way to the next of their program and concern nobody else, which is told at
     * once; whether this one did.
     */
    private boolean goesOn(Step step, LearnedStep known) {
        int unit = sourceOf[step.index()];
        Step next = known.next;
        if (next == null || next == step || offeredCount[unit] != 1 || observers.length > 0
                || !watch.concernsOnly(unit)) {
            return false;
        }
        watch.hasRead(unit, known.asked);
        offered[unit][0] = next;
        scheduler.wentOn(step, next);
        return true;
    }

    private void refresh(LearnedStep known, int own) {
        for (int unit = watch.nextSource(); unit >= 0; unit = watch.nextSource()) {
            if (known != null && unit == own) {
                watch.hasRead(unit, known.asked);
                tellChanges(unit, known.offered, known.offered.length);
            } else {
                ask(unit);
            }
        }
    }

    private void ask(int unit) {
        if (learned != null) {
            LearnedStep known = learned.find(steps + unit);
            if (known == null && learned.isToLearn()) {
                known = lesson.askOnly(sources[unit]);
                learned.learn(steps + unit, lesson, known);
            }
            if (known != null) {
                watch.hasRead(unit, known.asked);
                tellChanges(unit, known.offered, known.offered.length);
                return;
            }
        }
        watch.startReading(unit);
        int count = sources[unit].offer(fresh, 0);
        watch.stopReading();
        tellChanges(unit, fresh, count);
    }

    private void tellChanges(int unit, Step[] now, int count) {
        Step[] old = offered[unit];
        int oldCount = offeredCount[unit];
        if (count == oldCount && (count == 0 || count == 1 && now[0] == old[0])) {
            return;
        }
        if (count == 1 && oldCount == 1) {
            Step gone = old[0];
            old[0] = now[0];
            disabled(gone);
            enabled(now[0]);
            return;
        }
        for (int i = 0; i < oldCount; i++) {
            if (!contains(now, count, old[i])) {
                disabled(old[i]);
            }
        }
        for (int i = 0; i < count; i++) {
            if (!contains(old, oldCount, now[i])) {
                enabled(now[i]);
            }
        }
        for (int i = 0; i < count; i++) {
            old[i] = now[i];
        }
        offeredCount[unit] = count;
        total += count - oldCount;
    }

    private void enabled(Step step) {
        if (!tells) {
            return;
        }
        scheduler.becameEnabled(step);
        for (RunObserver observer : observers) {
            observer.becameEnabled(step, number);
        }
    }

    private void disabled(Step step) {
        scheduler.becameDisabled(step);
        for (RunObserver observer : observers) {
            observer.becameDisabled(step, number);
        }
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
}

package org.exitrace.engine.run;

import org.exitrace.engine.model.Model;
import org.exitrace.engine.state.Frame;
import org.exitrace.engine.step.Step;

/**
 * Remembers, once it took some thousand steps, which states runs come through and where steps lead:
 * runs of one machine go the same ways again and again, as long runs do, and a step that was taken
 * before is looked up.
 *
 * <p>Nothing depends on it, since a step and all that is asked of a state are functions of the
 * state's words. Where runs mostly come to states that are new it gives up, also in the middle of
 * a run, and each step is taken again, or {@linkplain LearnedSteps learned} by itself.
 */
final class RememberingWalk implements Walk {

    /** So many steps are taken first: what is short does not repeat itself. */
    static final int BEFORE = 1 << 12;
    /** Where fewer steps are looked up than this for each state that is kept, it gives up. */
    private static final int WORTH_IT = 4;

    /** How much is learned of single steps from then on: about two megabytes. */
    static final int MOST_LEARNED = 1 << 18;

    private final Model model;
    private final Frame frame;
    private final Scheduler scheduler;
    private final AskingWalk asking;
    private final int before;
    private final int mostStates;
    private final int mostLearned;
    private KnownStates known;
    private KnownState here;
    private KnownState loaded;
    private RunObserver[] observers;
    private PropertyTally tally;
    private boolean remembers;
    private boolean gaveUp;
    private int takenBefore;
    private long lookedUp;

    /**
     * Takes {@code before} steps first, and keeps {@code mostStates} states at most; where it gives
     * up, it learns up to {@code mostLearned} numbers about steps.
     */
    RememberingWalk(Model model, Scheduler scheduler, int before, int mostStates,
            int mostLearned) {
        this.before = before;
        this.mostStates = mostStates;
        this.mostLearned = mostLearned;
        this.model = model;
        this.frame = model.frame();
        this.scheduler = scheduler;
        this.asking = new AskingWalk(model, scheduler);
    }

    @Override
    public void begin(RunObserver[] told, PropertyTally verdicts) {
        observers = told;
        tally = verdicts;
        remembers = false;
        if (takenBefore < before || gaveUp) {
            asking.begin(told, verdicts);
            return;
        }
        remember();
        for (Step step : here.enabled) {
            tellEnabled(step, 0);
        }
    }

    /** From the state that is loaded on. */
    private void remember() {
        asking.end();
        if (known == null) {
            known = new KnownStates(model, mostStates);
        }
        remembers = true;
        here = known.loaded();
        loaded = here;
    }

    @Override
    public Enabled enabled() {
        return remembers ? here : asking.enabled();
    }

    @Override
    public void take(Step step, long number) {
        if (!remembers) {
            asking.take(step, number);
            if (!gaveUp && ++takenBefore >= before) {
                remember();
            }
            return;
        }
        KnownStep taken = here.known(step);
        boolean isNew = taken == null;
        if (isNew) {
            taken = takeAnew(step);
        } else {
            lookedUp++;
        }
        here = taken.to;
        if (observers.length > 0) {
            load();
        }
        scheduler.taken(step);
        tellChanges(taken, number);
        // Long before memory is full it shows where nearly every state is new.
        if (isNew && (known.isFull() || known.isPartlyFull() && 2 * lookedUp < known.size())) {
            makeRoom(number);
        }
    }

    private KnownStep takeAnew(Step step) {
        load();
        KnownStep taken = known.take(step, here);
        loaded = taken.to;
        return taken;
    }

    /** Begins to remember anew, or gives up if what is known was of little use. */
    private void makeRoom(long number) {
        gaveUp = lookedUp < WORTH_IT * (long) known.size();
        lookedUp = 0;
        load();
        known.clear();
        if (gaveUp) {
            remembers = false;
            asking.learn(mostLearned);
            asking.goOn(observers, tally, number);
        } else {
            remember();
        }
    }

    private void tellChanges(KnownStep taken, long number) {
        Step[] changed = taken.changed;
        for (int i = 0; i < changed.length; i++) {
            if (taken.enables[i]) {
                tellEnabled(changed[i], number);
            } else {
                scheduler.becameDisabled(changed[i]);
                for (RunObserver observer : observers) {
                    observer.becameDisabled(changed[i], number);
                }
            }
        }
    }

    private void tellEnabled(Step step, long number) {
        scheduler.becameEnabled(step);
        for (RunObserver observer : observers) {
            observer.becameEnabled(step, number);
        }
    }

    private void load() {
        if (loaded != here) {
            frame.load(here.words, 0);
            loaded = here;
        }
    }

    @Override
    public void look(long number) {
        if (!remembers) {
            asking.look(number);
        } else if (tally.isAsked()) {
            if (here.notes == null) {
                load();
                known.note(here, tally);
            }
            here.notes.tell(tally, number);
        }
    }

    @Override
    public void end() {
        if (remembers) {
            load();
        }
        asking.end();
    }
}

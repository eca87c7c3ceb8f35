package org.exitrace.engine.explore;

import java.util.List;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.state.Frame;
import org.exitrace.engine.step.Step;

/** What both orders of search share: the model, the tables, the counts, and why to stop. */
abstract class Search {

    private static final int STATES_BETWEEN_REPORTS = 1 << 16;

    final Model model;
    final Frame frame;
    final SearchSettings settings;
    final GuardWatch watch;
    final PropertyLedger ledger;
    final FingerprintSet found;
    final GuardBits guards;
    final int words;
    /** Words of a state and the bits of its guards behind them. */
    final int stride;
    final Step[] steps;
    final int[] enabled;
    final long[] fired;
    long states;
    long transitions = 1;
    long statesAtRest;
    long peakBytes;
    int depth;
    ExplorationEnd end;
    ModelError error;
    /** Index of the step that is being taken, for the case that it fails; else -1. */
    int taking = -1;
    private final long[] clocks;
    private long nextReport = STATES_BETWEEN_REPORTS;

    Search(Model model, SearchSettings settings, boolean numbered) {
        this.model = model;
        this.frame = model.frame();
        this.settings = settings;
        this.watch = new GuardWatch(model, settings.checked());
        this.ledger = new PropertyLedger(model, settings.looksAt(), watch,
                () -> Witness.of(pathHere()));
        this.found = new FingerprintSet(settings.wide(), numbered);
        this.guards = new GuardBits(model, watch);
        this.words = model.layout().hashedWords();
        this.stride = words + guards.longs();
        this.steps = model.steps().toArray(Step[]::new);
        this.enabled = new int[steps.length];
        this.fired = new long[model.steps().size()];
        boolean hasClocks = model.layout().allWords() > words;
        this.clocks = hasClocks ? model.firstState() : null;
        if (model.steps().size() > Character.MAX_VALUE) {
            throw new IllegalArgumentException("the model has " + model.steps().size()
                    + " steps and a search numbers at most " + (int) Character.MAX_VALUE
                    + "; use fewer actors");
        }
    }

    /** Searches until there is nothing left or something stops it. */
    final void go() {
        model.reset();
        watch.begin();
        try {
            search();
        } catch (RuntimeException | AssertionError failure) {
            end = ExplorationEnd.MODEL_ERROR;
            error = explain(failure);
        } finally {
            watch.end();
        }
        peakBytes = Math.max(peakBytes, bytes());
        model.reset();
    }

    abstract void search();

    abstract long frontier();

    abstract long bytes();

    /** What {@link #bytes} can grow by until {@link #breathe} is called again. */
    abstract long headroom();

    /** The schedule that leads to the state at which the search is. */
    abstract List<String> pathHere();

    /** Whether {@code eventually} properties were looked at, so that silence is consent. */
    abstract boolean lassosSought();

    /** The level of {@link Progress}. */
    abstract int level();

    /** Loads a state; the clocks stand as in the first state, since search ignores them. */
    final void load(long[] source, int offset) {
        if (clocks != null) {
            frame.load(clocks, 0);
        }
        frame.load(source, offset, words);
    }

    /** Takes the step of that index in the state that is loaded. */
    final void take(int step) {
        taking = step;
        steps[step].fire();
        taking = -1;
        fired[step]++;
        transitions++;
    }

    /** What can be taken in the state that is loaded, and whose guards' bits are given. */
    final int enabled(long[] bits, int at) {
        int count = guards.enabled(bits, at, enabled);
        watch.confirm(enabled, count);
        return count;
    }

    /** Looks at a new state, which is loaded; bits of {@code changed} say what is new in it. */
    final void lookAtState(long changed) {
        ledger.look(changed);
        stopIfBroken();
    }

    final void lookAtRest() {
        statesAtRest++;
        ledger.lookAtRest(model);
        stopIfBroken();
    }

    private void stopIfBroken() {
        if (settings.stopsAtFirstBroken() && ledger.isBroken()) {
            end = ExplorationEnd.BROKEN;
        }
    }

    /** Stops where memory or patience is at its end, and reports. Called now and then. */
    final void breathe() {
        long bytes = bytes();
        peakBytes = Math.max(peakBytes, bytes);
        if (end == null && bytes + headroom() > settings.bounds().mostBytes()) {
            end = ExplorationEnd.MEMORY_LIMIT;
        }
        if (end == null && settings.interrupted().getAsBoolean()) {
            end = ExplorationEnd.INTERRUPTED;
        }
        if (states >= nextReport) {
            nextReport = states + STATES_BETWEEN_REPORTS;
            settings.progress().accept(
                    new Progress(states, transitions, frontier(), level(), bytes));
        }
    }

    private ModelError explain(Throwable failure) {
        List<String> path = pathHere();
        String asked = watch.asked();
        watch.asksNobody();
        String where = taking >= 0 ? "step '" + steps[taking].fullName() + "' failed"
                : asked.isEmpty() ? "a guard or a property failed" : asked + " failed";
        String what = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return new ModelError(where + ": " + what, Witness.of(path), failure);
    }
}

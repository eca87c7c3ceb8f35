package org.exitrace.engine.run;

import java.util.Arrays;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.state.Fingerprint;
import org.exitrace.engine.state.Frame;
import org.exitrace.engine.step.Step;

/**
 * The states of a model that were seen, up to a number. Two are the same if all their words are,
 * clocks included: no hash is trusted.
 */
final class KnownStates {

    /** Asking everybody in each state kept is about as many questions as this. */
    private static final int QUESTIONS = 1 << 22;
    private static final int MOST_STATES = 1 << 16;

    private final Model model;
    private final Frame frame;
    private final ReadOnly readOnly = new ReadOnly();
    private final Step[] fresh;
    private final int[] sourceOf;
    private final int most;
    private KnownState[] table = new KnownState[1 << 10];
    private int size;

    /** Keeps {@code most} states at most. */
    KnownStates(Model model, int most) {
        this.model = model;
        this.frame = model.frame();
        this.fresh = model.stepBuffer();
        this.sourceOf = Enabledness.sourceOf(model);
        this.most = most;
    }

    /** How many states of {@code model} are worth keeping. */
    static int worthKeeping(Model model) {
        return Math.min(MOST_STATES, QUESTIONS / Math.max(1, model.sourceCount()));
    }

    /** Whether no other state is kept. */
    boolean isFull() {
        return size >= most;
    }

    /** Whether a 32nd of what it keeps at most is kept, and no more. */
    boolean isPartlyFull() {
        return size == most >> 5;
    }

    int size() {
        return size;
    }

    /** Forgets all. */
    void clear() {
        table = new KnownState[1 << 10];
        size = 0;
    }

    /** The state that is loaded; it is kept if it is new. */
    KnownState loaded() {
        long hash = Fingerprint.of(frame, frame.size());
        int place = (int) hash & table.length - 1;
        while (table[place] != null) {
            if (table[place].is(frame, hash)) {
                return table[place];
            }
            place = place + 1 & table.length - 1;
        }
        KnownState state = new KnownState(hash, frame.snapshot(), whatIsEnabled());
        table[place] = state;
        size++;
        if (2 * size > table.length) {
            grow();
        }
        return state;
    }

    /** Takes {@code step} in {@code from}, which is loaded, and remembers where that led. */
    KnownStep take(Step step, KnownState from) {
        step.fire();
        return from.learn(step, loaded(), sourceOf);
    }

    /** What {@code state}, which is loaded, says of properties. */
    void note(KnownState state, PropertyTally tally) {
        frame.observe(readOnly);
        state.notes = StateNotes.take(tally);
        frame.observe(null);
    }

    private Step[] whatIsEnabled() {
        frame.observe(readOnly);
        int count = model.enabled(fresh);
        frame.observe(null);
        return Arrays.copyOf(fresh, count);
    }

    private void grow() {
        KnownState[] old = table;
        table = new KnownState[2 * old.length];
        for (KnownState state : old) {
            if (state != null) {
                int place = (int) state.hash & table.length - 1;
                while (table[place] != null) {
                    place = place + 1 & table.length - 1;
                }
                table[place] = state;
            }
        }
    }
}

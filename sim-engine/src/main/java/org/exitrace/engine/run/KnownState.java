package org.exitrace.engine.run;

import java.util.Arrays;
import org.exitrace.engine.state.Frame;
import org.exitrace.engine.step.Step;

/** A state that was seen: all its words, and what can be done in it in the order of the model. */
final class KnownState implements Enabled {

    final long hash;
    final long[] words;
    final Step[] enabled;
    /** What it says of properties; {@code null} until somebody asks. */
    StateNotes notes;
    private KnownStep steps;

    KnownState(long hash, long[] words, Step[] enabled) {
        this.hash = hash;
        this.words = words;
        this.enabled = enabled;
    }

    /** Whether this is the state that {@code frame} holds, whose hash is {@code hashed}. */
    boolean is(Frame frame, long hashed) {
        return hash == hashed && frame.holds(words);
    }

    /** What is known of taking {@code step} here; {@code null} if it never was taken. */
    KnownStep known(Step step) {
        KnownStep taken = steps;
        while (taken != null && taken.step != step) {
            taken = taken.other;
        }
        return taken;
    }

    /** Remembers that {@code step} leads to {@code to}; {@code sourceOf} says who offers a step. */
    KnownStep learn(Step step, KnownState to, int[] sourceOf) {
        Step[] changed = new Step[enabled.length + to.enabled.length];
        boolean[] enables = new boolean[changed.length];
        int count = 0;
        int gone = 0;
        int come = 0;
        while (gone < enabled.length || come < to.enabled.length) {
            int source = Math.min(source(enabled, gone, sourceOf),
                    source(to.enabled, come, sourceOf));
            for (; source(enabled, gone, sourceOf) == source; gone++) {
                if (!to.offers(enabled[gone])) {
                    changed[count++] = enabled[gone];
                }
            }
            for (; source(to.enabled, come, sourceOf) == source; come++) {
                if (!offers(to.enabled[come])) {
                    enables[count] = true;
                    changed[count++] = to.enabled[come];
                }
            }
        }
        steps = new KnownStep(step, to, Arrays.copyOf(changed, count),
                Arrays.copyOf(enables, count), steps);
        return steps;
    }

    private static int source(Step[] offered, int place, int[] sourceOf) {
        return place < offered.length ? sourceOf[offered[place].index()] : Integer.MAX_VALUE;
    }

    private boolean offers(Step wanted) {
        for (Step step : enabled) {
            if (step == wanted) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int size() {
        return enabled.length;
    }

    @Override
    public Step get(int position) {
        return enabled[position];
    }
}

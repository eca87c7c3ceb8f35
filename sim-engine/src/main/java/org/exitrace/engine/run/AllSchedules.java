package org.exitrace.engine.run;

import java.util.Arrays;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.step.Step;

/**
 * Every schedule up to a depth, one a run: it remembers nothing but the path of the last run and
 * takes the next one in order, as a program that asks for choices is tried exhaustively.
 *
 * <p>{@code while (all.hasNext()) new Run(model, all).go();}
 */
public final class AllSchedules implements Scheduler {

    private final int depth;
    private final int[] choice;
    private final int[] choices;
    private int known;
    private int place;
    private boolean begun;
    private long runs;
    private boolean cut;

    /** All schedules of at most {@code depth} steps. */
    public AllSchedules(int depth) {
        this.depth = depth;
        this.choice = new int[depth];
        this.choices = new int[depth];
    }

    /** Whether a schedule is left that was not tried; turns to it. */
    public boolean hasNext() {
        if (!begun) {
            return true;
        }
        while (known > 0 && choice[known - 1] + 1 == choices[known - 1]) {
            known--;
        }
        if (known == 0) {
            return false;
        }
        choice[known - 1]++;
        begun = false;
        return true;
    }

    /** How many schedules were begun. */
    public long runs() {
        return runs;
    }

    /** Whether some schedule was longer than the depth, so that not all was seen. */
    public boolean wasCut() {
        return cut;
    }

    /** The choices of the last run: places among what was enabled. */
    public int[] path() {
        return Arrays.copyOf(choice, place);
    }

    @Override
    public void begins(Model model) {
        place = 0;
        begun = true;
        runs++;
    }

    @Override
    public Step next(Enabled enabled) {
        if (place == depth) {
            cut = true;
            return null;
        }
        if (place == known) {
            choice[known] = 0;
            choices[known++] = enabled.size();
        } else if (choices[place] != enabled.size()) {
            throw new IllegalStateException("at step " + (place + 1)
                    + " the same schedule could go " + choices[place]
                    + " ways and now " + enabled.size()
                    + ": the model is not deterministic, run it as a twin to see why");
        }
        return enabled.get(choice[place++]);
    }
}

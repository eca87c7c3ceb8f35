package org.exitrace.engine.strategy;

import org.exitrace.engine.model.Model;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.run.Enabled;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.step.Step;

/**
 * Holds one actor back: it acts only where nobody else can, but for one step in many. Who comes
 * very late is found by this, and seldom by an even choice.
 */
public final class OneActorLast implements Scheduler {

    private static final int STEPS_BETWEEN_MERCIES = 64;

    private final RandomStream stream;
    private int held;

    /** The choices of {@code seed}. */
    public OneActorLast(long seed) {
        this.stream = RandomStream.named(seed, "one actor last");
    }

    @Override
    public void begins(Model model) {
        held = stream.nextInt(model.actors().size());
    }

    @Override
    public Step next(Enabled enabled) {
        int others = 0;
        for (int i = 0; i < enabled.size(); i++) {
            others += isHeld(enabled.get(i)) ? 0 : 1;
        }
        if (others == 0 || others == enabled.size()
                || stream.nextInt(STEPS_BETWEEN_MERCIES) == 0) {
            return enabled.get(stream.nextInt(enabled.size()));
        }
        return other(enabled, stream.nextInt(others));
    }

    private Step other(Enabled enabled, int number) {
        int left = number;
        for (int i = 0; i < enabled.size(); i++) {
            if (!isHeld(enabled.get(i)) && left-- == 0) {
                return enabled.get(i);
            }
        }
        throw new AssertionError("fewer others than were counted");
    }

    private boolean isHeld(Step step) {
        return step.actor().index() == held;
    }
}

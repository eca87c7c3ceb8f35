package org.exitrace.engine.run;

import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.step.Step;

/** Takes any enabled step, each equally likely. */
public final class RandomChoice implements Scheduler {

    private final RandomStream stream;

    /** The choices of {@code seed}. */
    public RandomChoice(long seed) {
        this.stream = RandomStream.named(seed, "schedule");
    }

    @Override
    public Step next(Enabled enabled) {
        int size = enabled.size();
        return enabled.get(size == 1 ? 0 : stream.nextInt(size));
    }
}

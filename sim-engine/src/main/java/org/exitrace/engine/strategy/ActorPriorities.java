package org.exitrace.engine.strategy;

import org.exitrace.engine.model.Model;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.run.Enabled;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.step.Step;

/**
 * Lets the actor of the highest priority go on, and lowers the priority of whoever acts at a few
 * steps drawn in advance (Burckhardt and others: A Randomized Scheduler with Probabilistic
 * Guarantees of Finding Bugs, ASPLOS 2010). A race that needs d orderings is found with d - 1
 * changes.
 *
 * <p>It departs from the paper in that an actor may have several enabled steps: one is drawn.
 */
public final class ActorPriorities implements Scheduler {

    private static final int STEPS_EXPECTED = 256;

    private final RandomStream stream;
    private final long[] changeAt;
    private int[] priority;
    private long steps;
    private int lowest;

    /** The choices of {@code seed} with {@code changes} changes of priority. */
    public ActorPriorities(long seed, int changes) {
        this.stream = RandomStream.named(seed, "priorities");
        this.changeAt = new long[changes];
    }

    @Override
    public void begins(Model model) {
        priority = new int[model.actors().size()];
        for (int i = 0; i < priority.length; i++) {
            int other = stream.nextInt(i + 1);
            priority[i] = priority[other];
            priority[other] = i;
        }
        for (int i = 0; i < changeAt.length; i++) {
            changeAt[i] = stream.nextInt(STEPS_EXPECTED);
        }
        steps = 0;
        lowest = -1;
    }

    @Override
    public Step next(Enabled enabled) {
        int actor = highest(enabled);
        for (long change : changeAt) {
            if (change == steps) {
                priority[actor] = lowest--;
                actor = highest(enabled);
            }
        }
        steps++;
        return drawn(enabled, actor);
    }

    private int highest(Enabled enabled) {
        int best = enabled.get(0).actor().index();
        for (int i = 1; i < enabled.size(); i++) {
            int actor = enabled.get(i).actor().index();
            if (priority[actor] > priority[best]) {
                best = actor;
            }
        }
        return best;
    }

    private Step drawn(Enabled enabled, int actor) {
        int count = 0;
        Step chosen = null;
        for (int i = 0; i < enabled.size(); i++) {
            Step step = enabled.get(i);
            if (step.actor().index() == actor) {
                count++;
                if (count == 1 || stream.nextInt(count) == 0) {
                    chosen = step;
                }
            }
        }
        return chosen;
    }
}

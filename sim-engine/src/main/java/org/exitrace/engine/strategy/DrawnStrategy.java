package org.exitrace.engine.strategy;

import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.run.RandomChoice;
import org.exitrace.engine.run.Scheduler;

/**
 * A strategy drawn from the seed of a run: what one way of choosing cannot find, another may.
 *
 * @param name as reports name it
 * @param scheduler that chooses so
 */
public record DrawnStrategy(String name, Scheduler scheduler) {

    private static final int MOST_CHANGES = 3;

    /** The strategy of a run with {@code seed}; the same seed gives the same one for ever. */
    public static DrawnStrategy of(long seed) {
        RandomStream stream = RandomStream.named(seed, "strategy");
        return switch (stream.nextInt(4)) {
            case 0, 1 -> new DrawnStrategy("even choice", new RandomChoice(seed));
            case 2 -> {
                int changes = 1 + stream.nextInt(MOST_CHANGES);
                yield new DrawnStrategy("actor priorities, " + changes
                        + (changes == 1 ? " change" : " changes"),
                        new ActorPriorities(seed, changes));
            }
            default -> new DrawnStrategy("one actor last", new OneActorLast(seed));
        };
    }
}

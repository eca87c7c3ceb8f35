package org.exitrace.engine.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a {@link Shrinker} would try next, for those who decide themselves what to keep. */
public final class Smaller {

    private Smaller() {
    }

    /**
     * The schedule with pieces left out, large ones first, and then with two rows of steps of one
     * actor brought together. To be run leniently; made one by one as they are asked for.
     */
    public static Stream<List<String>> than(List<String> steps) {
        Stream<List<String>> shorter = IntStream
                .iterate(steps.size(), piece -> piece > 0, piece -> piece / 2).boxed()
                .flatMap(piece -> IntStream
                        .iterate(0, start -> start < steps.size(), start -> start + piece)
                        .mapToObj(start -> without(steps, start, piece)));
        return Stream.concat(shorter, joined(steps));
    }

    private static List<String> without(List<String> steps, int start, int piece) {
        List<String> rest = new ArrayList<>(steps.subList(0, start));
        rest.addAll(steps.subList(Math.min(start + piece, steps.size()), steps.size()));
        return rest;
    }

    private static Stream<List<String>> joined(List<String> steps) {
        ActorRuns runs = new ActorRuns(steps);
        return IntStream.range(0, runs.count()).boxed()
                .flatMap(first -> IntStream.range(first + 2, runs.count())
                        .filter(later -> runs.sameActor(first, later)).boxed()
                        .flatMap(later -> Stream.of(runs.movedBehind(later, first),
                                runs.movedBehind(first, later - 1))));
    }

    /** How often another actor goes on than the one before. */
    public static int switches(List<String> steps) {
        return ActorRuns.switches(steps);
    }
}

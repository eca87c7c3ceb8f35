package org.exitrace.engine.time;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.random.StreamName;
import org.exitrace.engine.step.Actor;

/**
 * The chance of timed runs: each actor has a stream of its own for each key.
 *
 * <p>So the n-th time that an actor spends under a key is the same whatever the others do, and
 * whatever it does itself under other keys: two designs that are run with one seed see the same
 * chance in what they have in common.
 */
final class Draws {

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<StreamName> names = new ArrayList<>();
    private RandomStream[] streams = new RandomStream[0];

    /** Place of the stream from which {@code actor} draws what {@code key} costs. */
    int place(Actor actor, String key) {
        String name = "time of " + actor.name() + ", " + key;
        return places.computeIfAbsent(name, added -> {
            names.add(StreamName.of(added));
            return names.size() - 1;
        });
    }

    /** Another run begins, which draws as {@code seed} says. */
    void begin(long seed) {
        if (streams.length != names.size()) {
            streams = new RandomStream[names.size()];
        }
        for (int i = 0; i < streams.length; i++) {
            streams[i] = names.get(i).stream(seed);
        }
    }

    /** The stream at {@code place}, as far as this run has drawn from it. */
    RandomStream at(int place) {
        return streams[place];
    }
}

package org.exitrace.scenarios.campaign;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.step.Actor;
import org.exitrace.engine.time.EarliestFirst;

/** What the actors do with their time, summed over runs. */
final class ActorTimes {

    private final List<Actor> actors;
    private final long[] busyNs;
    private final long[] waitingNs;
    private final long[] idleNs;

    ActorTimes(List<Actor> actors) {
        this.actors = actors;
        this.busyNs = new long[actors.size()];
        this.waitingNs = new long[actors.size()];
        this.idleNs = new long[actors.size()];
    }

    /** Keeps what {@code timed} knows of a run that ended at {@code endNs}. */
    void keep(EarliestFirst timed, long endNs) {
        for (int i = 0; i < busyNs.length; i++) {
            long ownNs = timed.busyNs(actors.get(i));
            long freeNs = timed.freeNs(actors.get(i));
            busyNs[i] += ownNs;
            waitingNs[i] += freeNs - ownNs;
            idleNs[i] += Math.max(0, endNs - freeNs);
        }
    }

    /** Adds the times of other runs. */
    void add(ActorTimes others) {
        for (int i = 0; i < busyNs.length; i++) {
            busyNs[i] += others.busyNs[i];
            waitingNs[i] += others.waitingNs[i];
            idleNs[i] += others.idleNs[i];
        }
    }

    List<TimingSamples.ActorTime> times() {
        List<TimingSamples.ActorTime> times = new ArrayList<>();
        for (int i = 0; i < busyNs.length; i++) {
            times.add(new TimingSamples.ActorTime(
                    actors.get(i).name(), busyNs[i], waitingNs[i], idleNs[i]));
        }
        return times;
    }
}

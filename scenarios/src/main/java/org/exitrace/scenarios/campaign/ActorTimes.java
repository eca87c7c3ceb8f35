package org.exitrace.scenarios.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.step.Actor;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.time.EarliestFirst;

/** What the actors do with their time, summed over runs. */
final class ActorTimes implements RunObserver {

    private final List<Actor> actors;
    private final long[] lastNs;
    private final long[] beforeLastNs;
    private final long[] soFarNs;
    private final long[] busyNs;
    private final long[] waitingNs;
    private final long[] idleNs;
    private EarliestFirst timed;

    ActorTimes(List<Actor> actors) {
        this.actors = actors;
        this.lastNs = new long[actors.size()];
        this.beforeLastNs = new long[actors.size()];
        this.soFarNs = new long[actors.size()];
        this.busyNs = new long[actors.size()];
        this.waitingNs = new long[actors.size()];
        this.idleNs = new long[actors.size()];
    }

    /** The next runs are timed by {@code scheduler}. */
    void timedBy(EarliestFirst scheduler) {
        timed = scheduler;
    }

    @Override
    public void begins(Model model) {
        Arrays.fill(lastNs, 0);
        Arrays.fill(soFarNs, 0);
        Arrays.fill(beforeLastNs, 0);
    }

    @Override
    public void stepped(Step step, long number, long atNs) {
        int actor = step.actor().index();
        lastNs[actor] = atNs;
        beforeLastNs[actor] = soFarNs[actor];
        soFarNs[actor] = timed.busyNs(step.actor());
    }

    /** Keeps what the run that ended at {@code endNs} showed; an actor may be busy beyond. */
    void keep(long endNs) {
        for (int i = 0; i < busyNs.length; i++) {
            long freeNs = lastNs[i] + soFarNs[i] - beforeLastNs[i];
            busyNs[i] += soFarNs[i];
            waitingNs[i] += lastNs[i] - beforeLastNs[i];
            idleNs[i] += Math.max(0, endNs - freeNs);
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

package org.exitrace.engine.time;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.run.Enabled;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.step.Step;

/** The rule of {@link EarliestFirst}, written down as plainly as can be, for costs only. */
final class PlainEarliestFirst implements Scheduler {

    private final TimingProfile profile;
    private final long seed;
    private final Map<String, RandomStream> streams = new LinkedHashMap<>();
    private long[] readyNs;
    private long[] enabledNs;
    private long nowNs;

    PlainEarliestFirst(TimingProfile profile, long seed) {
        this.profile = profile;
        this.seed = seed;
    }

    @Override
    public void begins(Model model) {
        readyNs = new long[model.actors().size()];
        enabledNs = new long[model.steps().size()];
        Arrays.fill(enabledNs, 0);
        nowNs = 0;
    }

    @Override
    public void becameEnabled(Step step) {
        enabledNs[step.index()] = nowNs;
    }

    @Override
    public void taken(Step step) {
        RandomStream stream = streams.computeIfAbsent(
                "time of " + step.actor().name() + ", " + step.costKey(),
                name -> RandomStream.named(seed, name));
        readyNs[step.actor().index()] = nowNs + profile.duration(step.costKey()).sample(stream);
        enabledNs[step.index()] = nowNs;
    }

    @Override
    public Step next(Enabled enabled) {
        Step best = enabled.get(0);
        for (int i = 1; i < enabled.size(); i++) {
            if (isBefore(enabled.get(i), best)) {
                best = enabled.get(i);
            }
        }
        nowNs = startNs(best);
        return best;
    }

    @Override
    public long nowNs() {
        return nowNs;
    }

    private boolean isBefore(Step one, Step other) {
        if (startNs(one) != startNs(other)) {
            return startNs(one) < startNs(other);
        }
        int actors = Integer.compare(one.actor().index(), other.actor().index());
        return actors < 0 || actors == 0 && one.name().compareTo(other.name()) < 0;
    }

    private long startNs(Step step) {
        return Math.max(readyNs[step.actor().index()], enabledNs[step.index()]);
    }
}

package org.exitrace.reports.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.step.Actor;
import org.exitrace.reports.view.TimingView.ActorTime;
import org.exitrace.reports.view.TimingView.Breakage;
import org.exitrace.reports.view.TimingView.Measure;

/** Collects what many timed runs of one machine in one design showed. */
public final class TimedRuns {

    private final List<Actor> actors;
    private final List<Property> properties;
    private final long[] broken;
    private final long[] busyNs;
    private long[] endsNs = new long[64];
    private long allNs;
    private int runs;

    /** Runs of {@code model}, or of others made like it. */
    public TimedRuns(Model model) {
        actors = model.actors();
        properties = model.properties().stream()
                .filter(property -> property.kind() != PropertyKind.REACHABLE).toList();
        broken = new long[properties.size()];
        busyNs = new long[actors.size()];
    }

    /**
     * Adds one run.
     *
     * @param result what it showed
     * @param busy for how long each actor was busy, in nanoseconds
     */
    public void add(RunResult result, ToLongFunction<Actor> busy) {
        if (runs == endsNs.length) {
            endsNs = Arrays.copyOf(endsNs, 2 * runs);
        }
        endsNs[runs++] = result.endNs();
        allNs += result.endNs();
        for (int i = 0; i < busyNs.length; i++) {
            // What the last step costs lies behind the end of the run.
            busyNs[i] += Math.min(result.endNs(), busy.applyAsLong(actors.get(i)));
        }
        List<String> ids = result.broken().keySet().stream().map(Property::id).toList();
        for (int i = 0; i < broken.length; i++) {
            broken[i] += ids.contains(properties.get(i).id()) ? 1 : 0;
        }
    }

    /** What was collected so far; {@code more} are durations that the caller measured himself. */
    public TimingView view(RunHeading heading, List<Measure> more) {
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure("end of the run", Arrays.copyOf(endsNs, runs)));
        measures.addAll(more);
        List<Breakage> breakages = new ArrayList<>();
        for (int i = 0; i < broken.length; i++) {
            Verdict verdict = broken[i] == 0 ? Verdict.HELD : Verdict.BROKEN;
            breakages.add(new Breakage(
                    PropertyView.of(properties.get(i), verdict), broken[i]));
        }
        List<ActorTime> times = new ArrayList<>();
        for (int i = 0; i < busyNs.length; i++) {
            times.add(new ActorTime(actors.get(i).name(), busyNs[i], 0, allNs - busyNs[i]));
        }
        return new TimingView(heading, runs, measures, breakages, times);
    }
}

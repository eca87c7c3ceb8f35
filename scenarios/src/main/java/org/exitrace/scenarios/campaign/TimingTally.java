package org.exitrace.scenarios.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.engine.time.StepSpending;

/** What consecutive timed runs showed; as large as the runs that were made. */
final class TimingTally implements Tally<TimingTally> {

    private final LongStream.Builder endNs = LongStream.builder();
    private final LongStream.Builder steps = LongStream.builder();
    private final Map<String, Long> ends = new LinkedHashMap<>();
    private final BreakTimes breaks = new BreakTimes();
    private final ActorTimes actors;
    private final StepSpending spending;
    private final ExitTimes exits;
    private String standstill = "";
    private boolean last;

    /** Of runs of {@code model}, or of others made like it. */
    TimingTally(Model model) {
        this.actors = new ActorTimes(model.actors());
        this.exits = new ExitTimes(model);
        this.spending = new StepSpending(model.steps().size());
    }

    /** Keeps a run that {@code timed} timed, and when which property broke in it. */
    void keep(long run, RunResult result, EarliestFirst timed, Map<String, Long> brokenNs,
            ExitTimes out) {
        exits.add(out);
        endNs.add(result.endNs());
        steps.add(result.steps());
        ends.merge(result.end().name(), 1L, Long::sum);
        breaks.keep(run, brokenNs);
        actors.keep(timed, result.endNs());
        spending.add(timed.spending());
    }

    /** Keeps why a run did not end; that of the first such run is told. */
    void standsStill(String why) {
        standstill = standstill.isEmpty() ? why : standstill;
    }

    /** Why the first run that did not end did not; empty if all did, or nobody knows. */
    String standstill() {
        return standstill;
    }

    /** Not all runs of the block were made. */
    void cutShort() {
        last = true;
    }

    @Override
    public boolean isLast() {
        return last;
    }

    @Override
    public void add(TimingTally next) {
        next.endNs.build().forEach(endNs);
        next.steps.build().forEach(steps);
        next.ends.forEach((end, count) -> ends.merge(end, count, Long::sum));
        breaks.add(next.breaks);
        actors.add(next.actors);
        spending.add(next.spending);
        exits.add(next.exits);
        standsStill(next.standstill);
    }

    /** The samples of a campaign that was given {@code seed} and {@code wanted} so many runs. */
    TimingSamples samples(long seed, long wanted) {
        long[] made = endNs.build().toArray();
        return new TimingSamples(seed, made, steps.build().toArray(), breaks.times(),
                breaks.runs(), ends, actors.times(), spending, exits.exits(), standstill,
                made.length < wanted);
    }
}

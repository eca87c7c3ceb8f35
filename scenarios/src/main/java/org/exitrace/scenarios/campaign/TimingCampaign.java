package org.exitrace.scenarios.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/**
 * Many timed runs of one design, each to its end: a run goes on behind a state that breaks a
 * property, so that the times of all runs can be compared.
 */
public final class TimingCampaign {

    private final Model model;
    private final TimingProfile profile;
    private final Map<String, Long> ends = new LinkedHashMap<>();
    private final BreakTimes breaks = new BreakTimes();
    private final ActorTimes actors;
    private long seed;
    private int wanted = 1_000;
    private long mostSteps = 1_000_000;
    private String standstill = "";
    private Consumer<CampaignProgress> progress = report -> { };
    private BooleanSupplier interrupted = () -> false;

    /** Runs {@code scenario} in {@code design} with times as {@code profile} says. */
    public TimingCampaign(Scenario scenario, ScenarioDesign design, TimingProfile profile) {
        this.model = scenario.build(design);
        this.profile = profile;
        this.actors = new ActorTimes(model.actors());
    }

    /** Draws from {@code start}; 0 unless told otherwise. */
    public TimingCampaign seed(long start) {
        seed = start;
        return this;
    }

    /** Makes so many runs; a thousand unless told otherwise. */
    public TimingCampaign runs(int count) {
        wanted = count;
        return this;
    }

    /** Ends each run after so many steps; a million unless told otherwise. */
    public TimingCampaign atMost(long steps) {
        mostSteps = steps;
        return this;
    }

    /** Tells {@code listener} how far it is, after each run. */
    public TimingCampaign tell(Consumer<CampaignProgress> listener) {
        progress = listener;
        return this;
    }

    /** Asks at each run, and now and then in it, whether to stop. */
    public TimingCampaign until(BooleanSupplier stop) {
        interrupted = stop;
        return this;
    }

    /**
     * Makes the runs, and tells what they showed; an interrupted run is left out.
     *
     * @throws org.exitrace.engine.time.UnknownCostException where the profile lacks a cost
     */
    public TimingSamples go() {
        // As large as the runs that were made, not as those that are wanted.
        LongStream.Builder endNs = LongStream.builder();
        LongStream.Builder steps = LongStream.builder();
        long total = 0;
        long failed = 0;
        int runs = 0;
        boolean stopped = false;
        EarliestFirst timed = new EarliestFirst(profile, seed);
        actors.timedBy(timed);
        Run run = new Run(model, timed).goOnWhenBroken().atMost(mostSteps)
                .tell(breaks).tell(actors).until(interrupted);
        while (runs < wanted && !stopped) {
            RunResult result = run(runs, timed, run);
            if (result.end() != RunEnd.INTERRUPTED) {
                endNs.add(result.endNs());
                steps.add(result.steps());
                total += result.steps();
                failed += result.isClean() ? 0 : 1;
                runs++;
                progress.accept(new CampaignProgress(runs, wanted, total, failed));
            }
            stopped = result.end() == RunEnd.INTERRUPTED || interrupted.getAsBoolean();
        }
        return new TimingSamples(seed, endNs.build().toArray(), steps.build().toArray(),
                breaks.times(), breaks.firstRuns(), ends, actors.times(), standstill,
                stopped && runs < wanted);
    }

    private RunResult run(int number, EarliestFirst timed, Run run) {
        timed.again(RandomStream.seedOfRun(seed, number));
        RunResult result = run.go();
        if (result.end() == RunEnd.INTERRUPTED) {
            return result;
        }
        ends.merge(result.end().name(), 1L, Long::sum);
        breaks.keep(number);
        actors.keep(result.endNs());
        if (result.end() == RunEnd.STEP_LIMIT && standstill.isEmpty()) {
            standstill = timed.standsStill(mostSteps / 2).orElse("");
        }
        return result;
    }
}

package org.exitrace.scenarios.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.engine.time.Injection;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/**
 * How likely something is that is too rare to sample: timed runs with an {@link Injection}. Among
 * how many times of a run one is forced follows from some plain runs that are made before.
 */
public final class ForcedCampaign {

    private static final int PILOT_RUNS = 64;

    private final Scenario scenario;
    private final ScenarioDesign design;
    private final TimingProfile profile;
    private final List<String> keys;
    private long seed;
    private int wanted = 1_000;
    private long mostSteps = 1_000_000;
    private int threads = Runtime.getRuntime().availableProcessors();
    private BooleanSupplier interrupted = () -> false;

    /** Forces times of {@code keys}, all of which {@code profile} has. */
    public ForcedCampaign(Scenario scenario, ScenarioDesign design, TimingProfile profile,
            Collection<String> keys) {
        this.scenario = scenario;
        this.design = design;
        this.profile = profile;
        this.keys = List.copyOf(keys);
    }

    /** Draws from {@code start}; 0 unless told otherwise. */
    public ForcedCampaign seed(long start) {
        seed = start;
        return this;
    }

    /** Makes so many runs; a thousand unless told otherwise. */
    public ForcedCampaign runs(int count) {
        wanted = count;
        return this;
    }

    /** Ends each run after so many steps; a million unless told otherwise. */
    public ForcedCampaign atMost(long steps) {
        mostSteps = steps;
        return this;
    }

    /** Works in so many threads. What the runs show is the same for any number. */
    public ForcedCampaign threads(int count) {
        threads = count;
        return this;
    }

    /** Asks at each run, and now and then in it, whether to stop; all threads ask. */
    public ForcedCampaign until(BooleanSupplier stop) {
        interrupted = stop;
        return this;
    }

    /** Makes the runs, and tells what they showed. */
    public ForcedSamples go() {
        int draws = new Worker(0).most();
        Blocks<Weights> blocks = new Blocks<>(wanted, new Weights(),
                new CampaignCount(wanted, report -> { }), interrupted);
        Weights all = new Crew<>(blocks, () -> new Worker(draws)).go(threads);
        return new ForcedSamples(all.runs, draws, all.shown);
    }

    /** What consecutive runs count. */
    private static final class Weights implements Tally<Weights> {

        private final Map<String, ForcedSamples.Weighed> shown = new LinkedHashMap<>();
        private long runs;
        private boolean last;

        void keep(RunResult result, double weight) {
            runs++;
            for (Property property : result.broken().keySet()) {
                put(property.id(),
                        new ForcedSamples.Weighed(1, weight, weight * weight, weight));
            }
        }

        private void put(String id, ForcedSamples.Weighed more) {
            shown.merge(id, more, ForcedSamples.Weighed::and);
        }

        @Override
        public void add(Weights next) {
            runs += next.runs;
            next.shown.forEach(this::put);
        }

        @Override
        public boolean isLast() {
            return last;
        }
    }

    /** Makes runs of a machine of its own. */
    private final class Worker implements Block.Worker<Weights> {

        private final Model model = scenario.build(design);
        private final Injection injection = new Injection();
        private final EarliestFirst timed =
                new EarliestFirst(injection.into(profile, keys), seed);
        private final int draws;

        Worker(int draws) {
            this.draws = draws;
        }

        @Override
        public Weights make(Block block) {
            Weights weights = new Weights();
            Run run = new Run(model, timed).goOnWhenBroken().atMost(mostSteps)
                    .until(block::isStopped);
            for (long number = block.first(); number < block.behind(); number++) {
                long own = RandomStream.seedOfRun(seed, number);
                injection.begin(own, draws);
                timed.again(own);
                RunResult result = run.go();
                if (result.end() == RunEnd.INTERRUPTED) {
                    weights.last = true;
                    return weights;
                }
                weights.keep(result, injection.weight());
                block.ran(result);
            }
            return weights;
        }

        /** The most times that a plain run draws which could be forced; 1 at least. */
        int most() {
            List<Integer> counts = new ArrayList<>(List.of(1));
            Run run = new Run(model, timed).goOnWhenBroken().atMost(mostSteps).until(interrupted);
            for (int number = 0; number < PILOT_RUNS && !interrupted.getAsBoolean(); number++) {
                injection.begin();
                timed.again(RandomStream.seedOfRun(seed, number));
                run.go();
                counts.add(injection.draws());
            }
            return counts.stream().max(Integer::compare).orElseThrow();
        }
    }
}

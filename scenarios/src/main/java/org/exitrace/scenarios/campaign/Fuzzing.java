package org.exitrace.scenarios.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.strategy.DrawnStrategy;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.schedule.Recordings;

/**
 * Many runs by chance. Each run has a seed of its own, from which it draws how it chooses and what
 * it chooses, so that one run can be made again alone.
 */
public final class Fuzzing {

    private static final int UNEXPECTED = 0;
    private static final int STORY = 1;
    private static final int EXPECTED_BESIDE = 2;
    private static final int MOST_KEPT = 100;

    private final Scenario scenario;
    private final ScenarioDesign design;
    private final Model model;
    private final Map<String, Long> strategies = new LinkedHashMap<>();
    private final Map<String, Long> ends = new LinkedHashMap<>();
    private final List<FuzzFailure> failures = new ArrayList<>();
    private final boolean[] fired;
    private long seed;
    private long wanted = 1_000;
    private long mostSteps = 10_000;
    private boolean goesOn;
    private Consumer<CampaignProgress> progress = report -> { };
    private BooleanSupplier interrupted = () -> false;

    /** Runs {@code scenario} in {@code design}. */
    public Fuzzing(Scenario scenario, ScenarioDesign design) {
        this.scenario = scenario;
        this.design = design;
        this.model = scenario.build(design);
        this.fired = new boolean[model.steps().size()];
    }

    /** Draws from {@code start}; 0 unless told otherwise. */
    public Fuzzing seed(long start) {
        seed = start;
        return this;
    }

    /** Makes so many runs; a thousand unless told otherwise. */
    public Fuzzing runs(long count) {
        wanted = count;
        return this;
    }

    /** Ends each run after so many steps; ten thousand unless told otherwise. */
    public Fuzzing atMost(long steps) {
        mostSteps = steps;
        return this;
    }

    /** Goes on behind a run that breaks something; at most 100 such runs are kept. */
    public Fuzzing goOnWhenBroken() {
        goesOn = true;
        return this;
    }

    /** Tells {@code listener} how far it is, after each run. */
    public Fuzzing tell(Consumer<CampaignProgress> listener) {
        progress = listener;
        return this;
    }

    /** Asks at each run, and now and then in it, whether to stop. */
    public Fuzzing until(BooleanSupplier stop) {
        interrupted = stop;
        return this;
    }

    /** Makes the runs, and tells what they showed. */
    public FuzzResult go() {
        long runs = 0;
        long steps = 0;
        long failed = 0;
        boolean stopped = false;
        while (runs < wanted && !stopped && (goesOn || failed == 0)) {
            RunResult result = run(runs, RandomStream.seedOfRun(seed, runs));
            stopped = result.end() == RunEnd.INTERRUPTED || interrupted.getAsBoolean();
            steps += result.steps();
            failed += fails(result) ? 1 : 0;
            runs++;
            progress.accept(new CampaignProgress(runs, wanted, steps, failed));
        }
        return new FuzzResult(seed, runs, steps, strategies, ends, List.copyOf(failures), failed,
                neverFired(), stopped && runs < wanted);
    }

    private RunResult run(long number, long runSeed) {
        DrawnStrategy strategy = DrawnStrategy.of(runSeed);
        RunResult result = new Run(model, strategy.scheduler()).atMost(mostSteps)
                .tell(new RunObserver() {
                    @Override
                    public void stepped(Step step, long at, long atNs) {
                        fired[step.index()] = true;
                    }
                }).goOnWhenBroken().until(interrupted).go();
        strategies.merge(strategy.name(), 1L, Long::sum);
        ends.merge(result.end().name(), 1L, Long::sum);
        if (fails(result) && failures.size() < MOST_KEPT) {
            failures.add(again(number, runSeed, strategy.name()));
        }
        return result;
    }

    /** Whether a run breaks the story's property, or anything that is not expected to break. */
    private boolean fails(RunResult result) {
        return result.broken().keySet().stream().anyMatch(
                property -> weight(property.id()) < EXPECTED_BESIDE);
    }

    /** What a person wants to hear of first: the unexpected, then the story, then the rest. */
    private int weight(String property) {
        List<String> expected = design.expectation().broken();
        int place = expected.indexOf(property);
        return place < 0 ? UNEXPECTED : place == 0 ? STORY : EXPECTED_BESIDE;
    }

    /** Only a failing run is traced: it is made a second time for that. */
    private FuzzFailure again(long number, long runSeed, String strategy) {
        Trace trace = new Trace();
        RunResult result = new Run(model, DrawnStrategy.of(runSeed).scheduler())
                .atMost(mostSteps).tell(trace).goOnWhenBroken().go();
        List<String> broken = result.broken().keySet().stream().map(Property::id)
                .sorted(Comparator.comparingInt(this::weight)).toList();
        return new FuzzFailure(number, runSeed, strategy, broken,
                Recordings.of(scenario, design, trace, "", runSeed));
    }

    private List<String> neverFired() {
        Set<String> names = new LinkedHashSet<>();
        model.steps().forEach(step -> names.add(step.fullName()));
        model.steps().stream().filter(step -> fired[step.index()])
                .forEach(step -> names.remove(step.fullName()));
        return List.copyOf(names);
    }
}

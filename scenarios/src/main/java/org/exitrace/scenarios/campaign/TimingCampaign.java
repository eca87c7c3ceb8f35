package org.exitrace.scenarios.campaign;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/**
 * Many timed runs of one design, each to its end: a run goes on behind a state that breaks a
 * property, so that the times of all runs can be compared.
 */
public final class TimingCampaign {

    private final Scenario scenario;
    private final ScenarioDesign design;
    private final Model model;
    private final TimingProfile profile;
    private long seed;
    private int wanted = 1_000;
    private long mostSteps = 1_000_000;
    private int threads = Runtime.getRuntime().availableProcessors();
    private Consumer<CampaignProgress> progress = report -> { };
    private BooleanSupplier interrupted = () -> false;

    /** Runs {@code scenario} in {@code design} with times as {@code profile} says. */
    public TimingCampaign(Scenario scenario, ScenarioDesign design, TimingProfile profile) {
        this.scenario = scenario;
        this.design = design;
        this.model = scenario.build(design);
        this.profile = profile;
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

    /** Tells {@code listener} now and then how far it is, in one thread at a time. */
    public TimingCampaign tell(Consumer<CampaignProgress> listener) {
        progress = listener;
        return this;
    }

    /** Asks at each run, and now and then in it, whether to stop; all threads ask. */
    public TimingCampaign until(BooleanSupplier stop) {
        interrupted = stop;
        return this;
    }

    /**
     * Makes the runs in so many threads, or in fewer if there is not enough to do; in as many as
     * there are processors unless told otherwise. What the runs show is the same for any number.
     */
    public TimingCampaign threads(int count) {
        threads = count;
        return this;
    }

    /**
     * Makes the runs, and tells what they showed. If it is interrupted, those from the first to
     * the last in front of which none is missing count.
     *
     * @throws org.exitrace.engine.time.UnknownCostException where the profile lacks a cost
     */
    public TimingSamples go() {
        Blocks<TimingTally> blocks = new Blocks<>(wanted, new TimingTally(model),
                new CampaignCount(wanted, progress), interrupted);
        return new Crew<>(blocks, this::worker).go(threads).samples(seed, wanted);
    }

    private TimingWorker worker() {
        return new TimingWorker(scenario.build(design), profile, seed, mostSteps);
    }
}

package org.exitrace.scenarios.campaign;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.run.RandomChoice;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.family.Crossings;
import org.exitrace.scenarios.family.MeasuredOperation;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/**
 * Many seeded runs of one design in which an operation is measured: in virtual time where there is
 * a profile, else by chance, which tells steps and crossings only.
 */
public final class OperationCampaign {

    private static final long MOST_STEPS = 1_000_000;
    /** By chance, a machine whose host may go round for ever does so for long. */
    private static final long MOST_STEPS_BY_CHANCE = 10_000;

    private final Scenario scenario;
    private final ScenarioDesign design;
    private final MeasuredOperation operation;
    private final Crossings crossings;
    private final Optional<TimingProfile> profile;
    private int threads = Runtime.getRuntime().availableProcessors();
    private BooleanSupplier interrupted = () -> false;
    private Consumer<CampaignProgress> progress = report -> { };

    /** Measures {@code operation}, with times where {@code profile} has them. */
    public OperationCampaign(Scenario scenario, ScenarioDesign design,
            MeasuredOperation operation, Crossings crossings, Optional<TimingProfile> profile) {
        this.scenario = scenario;
        this.design = design;
        this.operation = operation;
        this.crossings = crossings;
        this.profile = profile;
    }

    /** Makes the runs in so many threads; what they show is the same for any number. */
    public OperationCampaign threads(int count) {
        threads = count;
        return this;
    }

    /** Asks at each run, and now and then in it, whether to stop; all threads ask. */
    public OperationCampaign until(BooleanSupplier stop) {
        interrupted = stop;
        return this;
    }

    /** Tells {@code listener} now and then how far it is, in one thread at a time. */
    public OperationCampaign tell(Consumer<CampaignProgress> listener) {
        progress = listener;
        return this;
    }

    /** Makes the runs, and tells what they showed. */
    public OperationSamples go() {
        Blocks<OperationTally> blocks = new Blocks<>(operation.runs(), new OperationTally(),
                new CampaignCount(operation.runs(), progress), interrupted);
        return new Crew<>(blocks, Worker::new).go(threads).samples(operation.runs());
    }

    /** Makes runs of a machine of its own. */
    private final class Worker implements Block.Worker<OperationTally> {

        private final Model model = scenario.build(design);
        private final OperationWatch watch =
                new OperationWatch(model, operation, crossings, profile.isPresent());
        private final Optional<EarliestFirst> timed =
                profile.map(times -> new EarliestFirst(times, operation.seed()));

        @Override
        public OperationTally make(Block block) {
            OperationTally tally = new OperationTally();
            watch.into(tally);
            for (long number = block.first(); number < block.behind(); number++) {
                long seed = RandomStream.seedOfRun(operation.seed(), number);
                Scheduler scheduler = timed.<Scheduler>map(t -> t.again(seed))
                        .orElseGet(() -> new RandomChoice(seed));
                var result = new Run(model, scheduler).goOnWhenBroken().tell(watch)
                        .atMost(timed.isPresent() ? MOST_STEPS : MOST_STEPS_BY_CHANCE)
                        .until(block::isStopped).go();
                if (result.end() == RunEnd.INTERRUPTED) {
                    tally.cutShort();
                    return tally;
                }
                block.ran(result);
            }
            return tally;
        }
    }
}

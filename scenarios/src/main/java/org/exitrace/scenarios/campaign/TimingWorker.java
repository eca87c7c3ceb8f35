package org.exitrace.scenarios.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.engine.time.TimingProfile;

/** Makes timed runs of one machine, again and again. */
final class TimingWorker implements Block.Worker<TimingTally>, RunObserver {

    private final Model model;
    private final long seed;
    private final long mostSteps;
    private final EarliestFirst timed;
    private final Run run;
    private final Map<String, Long> brokenNs = new LinkedHashMap<>();
    private final ExitTimes exits;
    private Block block;

    /** Runs {@code model}, its own, as a campaign does that was given {@code seed}. */
    TimingWorker(Model model, TimingProfile profile, long seed, long mostSteps) {
        this.model = model;
        this.exits = new ExitTimes(model);
        this.seed = seed;
        this.mostSteps = mostSteps;
        this.timed = new EarliestFirst(profile, seed);
        this.run = new Run(model, timed).goOnWhenBroken().atMost(mostSteps).tell(this)
                .until(() -> block.isStopped());
    }

    /** Leaves out the run in which it is stopped. */
    @Override
    public TimingTally make(Block wanted) {
        block = wanted;
        TimingTally tally = new TimingTally(model);
        for (long number = block.first(); number < block.behind(); number++) {
            timed.again(RandomStream.seedOfRun(seed, number));
            RunResult result = run.go();
            if (result.end() == RunEnd.INTERRUPTED) {
                tally.cutShort();
                return tally;
            }
            tally.keep(number, result, timed, brokenNs, exits);
            if (result.end() == RunEnd.STEP_LIMIT && tally.standstill().isEmpty()) {
                timed.standsStill(mostSteps / 2).ifPresent(tally::standsStill);
            }
            block.ran(result);
        }
        return tally;
    }

    @Override
    public void begins(Model begun) {
        brokenNs.clear();
        exits.begin();
    }

    @Override
    public void becameEnabled(Step step, long number) {
        if (number > 0) {
            exits.becameEnabled(step);
        }
    }

    @Override
    public void stepped(Step step, long number, long atNs) {
        exits.stepped(step, atNs);
    }

    /** Properties are looked at behind a step and before the next is chosen: it is still then. */
    @Override
    public void broken(Property property, long number) {
        brokenNs.putIfAbsent(property.id(), timed.nowNs());
    }
}

package org.exitrace.scenarios.campaign;

import java.util.List;
import org.exitrace.engine.explore.Outlook;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Enabled;
import org.exitrace.engine.run.Forwarding;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.engine.time.TimingProfile;

/** Makes clones of one stage on a machine of its own, each until it is near enough or cannot be. */
final class SplitWorker implements Block.Worker<SplitStage.Hits> {

    private final Model model;
    private final EarliestFirst timed;
    private final Nearness nearness;
    private final long mostSteps;
    private final int from;
    private final List<SplitPoint> clones;
    private final long[] hits;
    private int hitCount;
    private long begins;
    private boolean isDone;

    /**
     * How far states are from the goal.
     *
     * @param outlook knows the states
     * @param steps by state, how many it takes at least; {@link Outlook#NOWHERE} without way
     */
    record Nearness(Outlook outlook, int[] steps) {

        int of(Model loaded) {
            return steps[outlook.state(loaded.fingerprint())];
        }
    }

    /** Makes {@code clones}, which begin {@code from} steps from the goal, until {@code to}. */
    SplitWorker(Model model, TimingProfile profile, Nearness nearness, long mostSteps, int from,
            int to, List<SplitPoint> clones) {
        this.model = model;
        this.timed = new EarliestFirst(profile, 0);
        this.nearness = nearness;
        this.mostSteps = mostSteps;
        this.from = from;
        this.clones = clones;
        this.hits = new long[from - to];
    }

    @Override
    public SplitStage.Hits make(Block block) {
        SplitStage.Hits kept = new SplitStage.Hits();
        Run run = new Run(model, new WhileItMayCome()).withoutProperties().goOnWhenBroken()
                .atMost(mostSteps).until(block::isStopped).tell(new RunObserver() {
                    @Override
                    public void stepped(Step step, long number, long atNs) {
                        look(number);
                    }
                });
        for (long number = block.first(); number < block.behind(); number++) {
            SplitPoint clone = clones.get((int) number);
            begins = clone.steps();
            hitCount = 0;
            isDone = false;
            timed.again(clone.lineage());
            RunResult result = run.go();
            if (result.end() == RunEnd.INTERRUPTED) {
                kept.cutShort();
                return kept;
            }
            kept.keep(hits, hitCount);
            block.ran(result);
        }
        return kept;
    }

    /** A step comes one step nearer at most, so that no nearness is jumped over. */
    private void look(long number) {
        if (number > begins && !isDone) {
            int here = nearness.of(model);
            if (here < from - hitCount) {
                hits[hitCount++] = number;
            }
            isDone = here == Outlook.NOWHERE || hitCount == hits.length;
        }
    }

    /** Takes what time says, and nothing more once the clone is done. */
    private final class WhileItMayCome extends Forwarding {

        WhileItMayCome() {
            super(timed);
        }

        @Override
        public Step next(Enabled enabled) {
            return isDone ? null : super.next(enabled);
        }
    }
}

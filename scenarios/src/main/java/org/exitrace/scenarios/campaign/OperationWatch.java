package org.exitrace.scenarios.campaign;

import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.step.Step;
import org.exitrace.scenarios.family.Crossings;
import org.exitrace.scenarios.family.MeasuredOperation;

/** Sees in runs of one machine when an operation begins and ends, and what it takes. */
final class OperationWatch implements RunObserver {

    private final boolean isWholeRun;
    private final boolean timed;
    private final boolean once;
    private final boolean[] begins;
    private final boolean[] ends;
    private final boolean[] crosses;
    private OperationTally tally;
    private boolean open;
    private boolean counted;
    private long sinceNs;
    private long steps;
    private long crossings;

    OperationWatch(Model model, MeasuredOperation operation, Crossings crossings,
            boolean timed) {
        this.isWholeRun = operation.isWholeRun();
        this.timed = timed;
        this.once = operation.once();
        this.begins = operation.begins().among(model.steps());
        this.ends = operation.ends().among(model.steps());
        this.crosses = crossings.among(model.steps());
    }

    /** What comes is kept in {@code wanted}. */
    void into(OperationTally wanted) {
        tally = wanted;
    }

    @Override
    public void begins(Model model) {
        open = false;
        counted = false;
        if (isWholeRun) {
            begin(0);
        }
    }

    private void begin(long atNs) {
        open = true;
        sinceNs = atNs;
        steps = 0;
        crossings = 0;
    }

    @Override
    public void stepped(Step step, long number, long atNs) {
        int index = step.index();
        if (!open && begins[index] && !(once && counted)) {
            begin(atNs);
        }
        if (open) {
            steps++;
            crossings += crosses[index] ? 1 : 0;
            if (ends[index]) {
                end(atNs);
            }
        }
    }

    private void end(long atNs) {
        tally.keep(steps, crossings, atNs - sinceNs, timed);
        open = false;
        counted = true;
    }

    @Override
    public void ended(RunResult result) {
        if (result.end() == RunEnd.INTERRUPTED) {
            return;
        }
        if (isWholeRun && result.end() == RunEnd.AT_REST) {
            end(result.endNs());
        }
        tally.ran(open);
    }
}

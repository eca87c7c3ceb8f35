package org.exitrace.engine.run;

import org.exitrace.engine.model.Model;
import org.exitrace.engine.step.Step;

/**
 * Passes on all that it is told to another scheduler, and chooses as that one does. Whoever stands
 * between a run and its scheduler overrides what it does otherwise, and nothing else.
 */
public abstract class Forwarding implements Scheduler {

    private final Scheduler chooser;

    /** Stands in front of {@code chooser}. */
    protected Forwarding(Scheduler chooser) {
        this.chooser = chooser;
    }

    @Override
    public void begins(Model model) {
        chooser.begins(model);
    }

    @Override
    public Step next(Enabled enabled) {
        return chooser.next(enabled);
    }

    @Override
    public void becameEnabled(Step step) {
        chooser.becameEnabled(step);
    }

    @Override
    public void becameDisabled(Step step) {
        chooser.becameDisabled(step);
    }

    @Override
    public void taken(Step step) {
        chooser.taken(step);
    }

    /** In one go, and not as the three that it stands for. */
    @Override
    public void wentOn(Step step, Step next) {
        chooser.wentOn(step, next);
    }

    @Override
    public void ended(RunResult result) {
        chooser.ended(result);
    }

    @Override
    public long nowNs() {
        return chooser.nowNs();
    }
}

package org.exitrace.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.step.Step;

/**
 * The loop: from the first state, the scheduler's choice again and again.
 *
 * <p>May go again and again, each time from the first state: many short runs then share the arrays
 * that a long run makes once, and what is remembered of states and steps.
 */
public final class Run {

    private static final int STEPS_BETWEEN_INTERRUPT_CHECKS = 1 << 12;

    private final Model model;
    private final Scheduler scheduler;
    private Walk walk;
    private final List<RunObserver> observers = new ArrayList<>();
    private long mostSteps = 1_000_000;
    private boolean goesOnWhenBroken;
    private boolean checksProperties = true;
    private BooleanSupplier interrupted = () -> false;

    /** A run of {@code model} as {@code scheduler} chooses. */
    public Run(Model model, Scheduler scheduler) {
        this.model = model;
        this.scheduler = scheduler;
        remember(RememberingWalk.BEFORE, KnownStates.worthKeeping(model),
                RememberingWalk.MOST_LEARNED);
    }

    /** Tells {@code observer} what happens. */
    public Run tell(RunObserver observer) {
        observers.add(observer);
        return this;
    }

    /** Ends the run after {@code count} steps; a million unless told otherwise. */
    public Run atMost(long count) {
        mostSteps = count;
        return this;
    }

    /** Goes on behind a state that breaks a property. */
    public Run goOnWhenBroken() {
        goesOnWhenBroken = true;
        return this;
    }

    /**
     * Remembers from the {@code before}-th step on, and {@code mostStates} states at most; then up
     * to {@code mostLearned} numbers about single steps.
     */
    Run remember(int before, int mostStates, int mostLearned) {
        walk = new RememberingWalk(model, scheduler, before, mostStates, mostLearned);
        return this;
    }

    /** Does not look at properties: for measuring the loop. */
    public Run withoutProperties() {
        checksProperties = false;
        return this;
    }

    /** Asks now and then whether to stop. */
    public Run until(BooleanSupplier stop) {
        interrupted = stop;
        return this;
    }

    /** Runs, and tells what it showed. The state reached stays loaded. */
    public RunResult go() {
        model.reset();
        RunObserver[] told = observers.toArray(RunObserver[]::new);
        PropertyTally tally = new PropertyTally(model, checksProperties, told);
        for (RunObserver observer : told) {
            observer.begins(model);
        }
        scheduler.begins(model);
        RunResult result;
        try {
            walk.begin(told, tally);
            result = loop(tally, told);
        } finally {
            walk.end();
        }
        scheduler.ended(result);
        for (RunObserver observer : told) {
            observer.ended(result);
        }
        return result;
    }

    private RunResult loop(PropertyTally tally, RunObserver[] told) {
        long steps = 0;
        long nowNs = 0;
        RunEnd end = null;
        while (end == null) {
            walk.look(steps);
            end = endBefore(tally, steps);
            Step step = end == null ? scheduler.next(walk.enabled()) : null;
            if (step == null) {
                end = end == null ? RunEnd.SCHEDULE_ENDED : end;
            } else {
                nowNs = scheduler.nowNs();
                walk.take(step, ++steps);
                for (RunObserver observer : told) {
                    observer.stepped(step, steps, nowNs);
                }
            }
        }
        walk.end();
        return tally.result(end, steps, nowNs, model.fingerprint());
    }

    private RunEnd endBefore(PropertyTally tally, long steps) {
        if (walk.enabled().size() == 0) {
            if (checksProperties) {
                walk.end();
                model.frame().observe(new ReadOnly());
                tally.comesToRest(steps);
            }
            return tally.isBroken() && !goesOnWhenBroken ? RunEnd.BROKEN : RunEnd.AT_REST;
        }
        if (tally.isBroken() && !goesOnWhenBroken) {
            return RunEnd.BROKEN;
        }
        if (steps >= mostSteps) {
            return RunEnd.STEP_LIMIT;
        }
        boolean ask = (steps & STEPS_BETWEEN_INTERRUPT_CHECKS - 1) == 0;
        return ask && interrupted.getAsBoolean() ? RunEnd.INTERRUPTED : null;
    }
}

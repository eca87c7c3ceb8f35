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
 * that a long run makes once.
 */
public final class Run {

    private static final int STEPS_BETWEEN_INTERRUPT_CHECKS = 1 << 12;

    private final Model model;
    private final Scheduler scheduler;
    private final CellWatch watch;
    private final Enabledness enabled;
    private final List<RunObserver> observers = new ArrayList<>();
    private long mostSteps = 1_000_000;
    private boolean goesOnWhenBroken;
    private boolean checksProperties = true;
    private BooleanSupplier interrupted = () -> false;

    /** A run of {@code model} as {@code scheduler} chooses. */
    public Run(Model model, Scheduler scheduler) {
        this.model = model;
        this.scheduler = scheduler;
        this.watch = new CellWatch(
                model.sourceCount(), model.properties().size(), model.layout().cells().size());
        this.enabled = new Enabledness(model, watch, scheduler);
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
        watch.begin();
        PropertyWatch properties = new PropertyWatch(model, watch, told);
        for (RunObserver observer : told) {
            observer.begins(model);
        }
        scheduler.begins(model);
        RunResult result;
        model.frame().observe(watch);
        try {
            if (checksProperties) {
                properties.begin();
            }
            enabled.begin(told);
            result = loop(properties, told);
        } finally {
            model.frame().observe(null);
        }
        scheduler.ended(result);
        for (RunObserver observer : told) {
            observer.ended(result);
        }
        return result;
    }

    private RunResult loop(PropertyWatch properties, RunObserver[] told) {
        long steps = 0;
        long nowNs = 0;
        RunEnd end = null;
        while (end == null) {
            properties.look(steps);
            end = endBefore(properties, steps);
            Step step = end == null ? scheduler.next(enabled) : null;
            if (step == null) {
                end = end == null ? RunEnd.SCHEDULE_ENDED : end;
            } else {
                nowNs = scheduler.nowNs();
                enabled.take(step, ++steps);
                for (RunObserver observer : told) {
                    observer.stepped(step, steps, nowNs);
                }
            }
        }
        return properties.result(end, steps, nowNs, model.fingerprint());
    }

    private RunEnd endBefore(PropertyWatch properties, long steps) {
        if (enabled.size() == 0) {
            if (checksProperties) {
                properties.lookAtRest(steps);
            }
            return properties.isBroken() && !goesOnWhenBroken ? RunEnd.BROKEN : RunEnd.AT_REST;
        }
        if (properties.isBroken() && !goesOnWhenBroken) {
            return RunEnd.BROKEN;
        }
        if (steps >= mostSteps) {
            return RunEnd.STEP_LIMIT;
        }
        boolean ask = (steps & STEPS_BETWEEN_INTERRUPT_CHECKS - 1) == 0;
        return ask && interrupted.getAsBoolean() ? RunEnd.INTERRUPTED : null;
    }
}

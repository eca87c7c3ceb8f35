package org.exitrace.engine.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Enabled;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.step.Step;

/**
 * Takes recorded steps again, by name and occurrence.
 *
 * <p>A strict replay ends at the first name that is not enabled and at the first checkpoint that
 * differs, and tells of the {@link Divergence}. A lenient one skips what is not enabled.
 */
public final class Replay implements Scheduler {

    private final List<String> steps;
    private final List<Checkpoint> checkpoints;
    private final boolean lenient;
    private RecordedState recorded;
    private Divergence divergence;
    private int place;

    private Replay(List<String> steps, List<Checkpoint> checkpoints, boolean lenient) {
        this.steps = steps;
        this.checkpoints = checkpoints;
        this.lenient = lenient;
    }

    /** Takes exactly what {@code schedule} says and compares each checkpoint. */
    public static Replay of(Schedule schedule) {
        return new Replay(schedule.steps(), schedule.checkpoints(), false);
    }

    /** Takes exactly these steps. */
    public static Replay of(List<String> steps) {
        return new Replay(List.copyOf(steps), List.of(), false);
    }

    /** Takes those of these steps that are enabled when their turn comes. */
    public static Replay leniently(List<String> steps) {
        return new Replay(steps, List.of(), true);
    }

    /** Where this run left the recorded one; empty while it has not. */
    public Optional<Divergence> divergence() {
        return Optional.ofNullable(divergence);
    }

    @Override
    public void begins(Model model) {
        place = 0;
        divergence = null;
        recorded = new RecordedState(model, checkpoints);
        compare();
    }

    @Override
    public Step next(Enabled enabled) {
        while (place < steps.size() && divergence == null) {
            Step step = enabled.find(steps.get(place++));
            if (step != null) {
                return step;
            }
            if (!lenient) {
                diverge(names(enabled));
            }
        }
        return null;
    }

    @Override
    public void taken(Step step) {
        compare();
    }

    @Override
    public void ended(RunResult result) {
        boolean cameToRest = result.end() == RunEnd.AT_REST;
        if (cameToRest && !lenient && divergence == null && place < steps.size()) {
            place++;
            diverge(List.of());
        }
    }

    private void compare() {
        if (!lenient && divergence == null && !recorded.agreesBehind(place)) {
            divergence = new Divergence(
                    place, place == 0 ? "" : steps.get(place - 1), List.of(), true,
                    recorded.firstDifference());
        }
    }

    private void diverge(List<String> instead) {
        divergence = new Divergence(place, steps.get(place - 1), instead, false,
                recorded.nextDifference());
    }

    private static List<String> names(Enabled enabled) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < enabled.size(); i++) {
            names.add(enabled.get(i).fullName());
        }
        return names;
    }
}

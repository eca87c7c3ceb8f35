package org.exitrace.engine.shrink;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelFactory;
import org.exitrace.engine.run.Enabled;
import org.exitrace.engine.run.RandomChoice;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.schedule.Replay;
import org.exitrace.engine.step.Step;

/**
 * Looks for the smallest machine that breaks the same property: on each it takes what it can of
 * the known schedule and then draws, a bounded number of times.
 */
public final class MachineShrinker {

    private final List<Machine> machines;
    private final String property;
    private int runs = 1_000;
    private long mostSteps = 10_000;
    private ShrinkProgress progress = (steps, switches, attempts) -> { };
    private BooleanSupplier interrupted = () -> false;

    /** Tries {@code smallestFirst} in that order. */
    public MachineShrinker(List<Machine> smallestFirst, String property) {
        this.machines = List.copyOf(smallestFirst);
        this.property = property;
    }

    /** Makes so many runs on each machine, a thousand unless told otherwise. */
    public MachineShrinker runs(int eachMachine) {
        runs = eachMachine;
        return this;
    }

    /** Ends each run after so many steps, ten thousand unless told otherwise. */
    public MachineShrinker atMost(long steps) {
        mostSteps = steps;
        return this;
    }

    /** Tells {@code listener} how the schedule of the machine that was found shrinks. */
    public MachineShrinker tell(ShrinkProgress listener) {
        progress = listener;
        return this;
    }

    /** Asks before each run whether to stop. */
    public MachineShrinker until(BooleanSupplier stop) {
        interrupted = stop;
        return this;
    }

    /** The first machine on which a run breaks the property, with its shrunk schedule. */
    public Optional<Found> shrink(List<String> known) {
        for (Machine machine : machines) {
            List<String> failing = failingOn(machine, known);
            if (failing != null) {
                Shrinker shrinker =
                        new Shrinker(machine.factory(), property).tell(progress).until(interrupted);
                return Optional.of(new Found(machine, shrinker.shrink(failing)));
            }
        }
        return Optional.empty();
    }

    private List<String> failingOn(Machine machine, List<String> known) {
        Model model = machine.factory().make();
        if (model.property(property).isEmpty()) {
            return null;
        }
        Attempt attempt = new Attempt(model, property);
        for (int seed = 0; seed < runs && !interrupted.getAsBoolean(); seed++) {
            // Half of the runs begin with what is known to fail, the others are free.
            List<String> beginning = seed % 2 == 0 ? known : List.of();
            List<String> failing = attempt.run(new ThenRandom(beginning, seed), mostSteps);
            if (failing != null) {
                return failing;
            }
        }
        return null;
    }

    /**
     * A machine to try.
     *
     * @param label how a person tells it from the others
     * @param factory makes its model
     */
    public record Machine(String label, ModelFactory factory) {
    }

    /**
     * What was found.
     *
     * @param machine the smallest machine that fails
     * @param schedule its shrunk schedule
     */
    public record Found(Machine machine, Shrunk schedule) {
    }

    /** What can be taken of a schedule, and then any step. */
    private static final class ThenRandom implements Scheduler {

        private final Replay beginning;
        private final RandomChoice then;

        ThenRandom(List<String> steps, long seed) {
            beginning = Replay.leniently(steps);
            then = new RandomChoice(seed);
        }

        @Override
        public void begins(Model model) {
            beginning.begins(model);
        }

        @Override
        public Step next(Enabled enabled) {
            Step step = beginning.next(enabled);
            return step != null ? step : then.next(enabled);
        }
    }
}

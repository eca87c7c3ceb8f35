package org.exitrace.scenarios.campaign;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.exitrace.engine.shrink.MachineShrinker;
import org.exitrace.engine.shrink.ShrinkProgress;
import org.exitrace.engine.shrink.Shrinker;
import org.exitrace.engine.shrink.Shrunk;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.schedule.Recordings;

/** Makes a failing schedule of a scenario short, and then looks for the smallest machine. */
public final class Shrinking {

    private final Scenario scenario;
    private final ScenarioDesign design;
    private final String property;
    private ShrinkProgress progress = (steps, switches, attempts) -> { };
    private BooleanSupplier interrupted = () -> false;

    /** Shrinks schedules of {@code design} that break {@code property}. */
    public Shrinking(Scenario scenario, ScenarioDesign design, String property) {
        this.scenario = scenario;
        this.design = design;
        this.property = property;
    }

    /** Tells {@code listener} of each improvement. */
    public Shrinking tell(ShrinkProgress listener) {
        progress = listener;
        return this;
    }

    /** Asks before each run whether to stop; what was reached by then is given. */
    public Shrinking until(BooleanSupplier stop) {
        interrupted = stop;
        return this;
    }

    /**
     * The shortest schedule that it finds.
     *
     * @param steps full names of a schedule that breaks the property
     */
    public ShrunkFailure shrink(List<String> steps) {
        Shrunk shrunk = new Shrinker(scenario.factory(design), property)
                .tell(progress).until(interrupted).shrink(steps);
        for (MachineSpec machine : scenario.kind().smallerMachines(design.machine())) {
            if (scenario.kind().refuses(machine).isPresent()) {
                continue;
            }
            ScenarioDesign smaller = design.on(machine, scenario.kind());
            Optional<MachineShrinker.Found> found = new MachineShrinker(
                    List.of(new MachineShrinker.Machine(
                            machine.parameters().toString(), scenario.factory(smaller))),
                    property).tell(progress).until(interrupted).shrink(shrunk.steps());
            if (found.isPresent()) {
                return failure(smaller, found.get().schedule(), shrunk.attempts());
            }
        }
        return failure(design, shrunk, 0);
    }

    private ShrunkFailure failure(ScenarioDesign on, Shrunk shrunk, long attemptsBefore) {
        return new ShrunkFailure(on, Recordings.ofSteps(scenario, on, shrunk.steps()),
                shrunk.minimal(), attemptsBefore + shrunk.attempts());
    }
}

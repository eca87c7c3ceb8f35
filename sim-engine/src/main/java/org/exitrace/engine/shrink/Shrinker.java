package org.exitrace.engine.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelFactory;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.schedule.Replay;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.engine.schedule.ScheduleRecorder;
import org.exitrace.engine.schedule.Setting;

/**
 * Makes a failing schedule short: leaves out steps, runs what is left leniently, and keeps it
 * while the same property breaks; first large pieces (ddmin of Zeller and Hildebrandt, Simplifying
 * and Isolating Failure-Inducing Input, 2002), then single steps until none can be left out. Of
 * schedules of that length it then prefers one in which the actors change less often.
 */
public final class Shrinker {

    private final ModelFactory factory;
    private final String property;
    private final Attempt attempt;
    private ShrinkProgress progress = (steps, switches, attempts) -> { };
    private BooleanSupplier interrupted = () -> false;
    private List<String> best;
    private long attempts;

    /** Shrinks schedules of the models of {@code factory} that break {@code property}. */
    public Shrinker(ModelFactory factory, String property) {
        this.factory = factory;
        this.property = property;
        Model model = factory.make();
        if (model.property(property).isEmpty()) {
            throw new IllegalArgumentException("model '" + model.name() + "' has no property '"
                    + property + "'; it has " + model.properties().stream()
                    .map(known -> known.id()).toList());
        }
        this.attempt = new Attempt(model, property);
    }

    /** Tells {@code listener} of each improvement. */
    public Shrinker tell(ShrinkProgress listener) {
        progress = listener;
        return this;
    }

    /** Asks before each run whether to stop; what was reached so far is then the result. */
    public Shrinker until(BooleanSupplier stop) {
        interrupted = stop;
        return this;
    }

    /** The shortest schedule found that begins with {@code steps} and breaks the property. */
    public Shrunk shrink(List<String> steps) {
        attempts = 0;
        best = attempt(steps);
        if (best == null) {
            throw new IllegalArgumentException("the schedule of " + steps.size()
                    + " steps does not break '" + property + "'; there is nothing to shrink");
        }
        for (int piece = best.size() / 2; piece > 1; piece /= 2) {
            leaveOut(piece);
        }
        do {
            leaveOutSingly();
        } while (joinRuns() && !interrupted.getAsBoolean());
        return new Shrunk(best, attempts, !interrupted.getAsBoolean());
    }

    /** The schedule of {@code shrunk}, with checkpoints. */
    public Schedule record(Shrunk shrunk, Setting setting) {
        Trace trace = new Trace();
        new Run(factory.make(), Replay.of(shrunk.steps()))
                .tell(trace).goOnWhenBroken().atMost(shrunk.steps().size()).go();
        Schedule plain = ScheduleRecorder.record(trace, setting);
        return new Schedule(plain.format(), plain.setting(), plain.steps(), plain.checkpoints(),
                plain.fingerprint(), property);
    }

    private void leaveOutSingly() {
        boolean shorter = true;
        while (shorter && !interrupted.getAsBoolean()) {
            shorter = leaveOut(1);
        }
    }

    /** Tries to do without each piece of that many steps; true if one could go. */
    private boolean leaveOut(int piece) {
        int before = best.size();
        int start = 0;
        while (start < best.size() && !interrupted.getAsBoolean()) {
            List<String> rest = new ArrayList<>(best.subList(0, start));
            rest.addAll(best.subList(Math.min(start + piece, best.size()), best.size()));
            if (!keepIfBetter(rest)) {
                start += piece;
            }
        }
        return best.size() < before;
    }

    /** Tries to bring two rows of one actor together; true if that improved the schedule. */
    private boolean joinRuns() {
        ActorRuns runs = new ActorRuns(best);
        for (int first = 0; first < runs.count(); first++) {
            for (int later = first + 2; later < runs.count(); later++) {
                if (runs.sameActor(first, later) && !interrupted.getAsBoolean()
                        && (keepIfBetter(runs.movedBehind(later, first))
                        || keepIfBetter(runs.movedBehind(first, later - 1)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean keepIfBetter(List<String> candidate) {
        List<String> taken = attempt(candidate);
        if (taken == null || !isBetter(taken)) {
            return false;
        }
        best = taken;
        progress.improved(best.size(), ActorRuns.switches(best), attempts);
        return true;
    }

    private boolean isBetter(List<String> taken) {
        return taken.size() < best.size() || taken.size() == best.size()
                && ActorRuns.switches(taken) < ActorRuns.switches(best);
    }

    private List<String> attempt(List<String> steps) {
        attempts++;
        return attempt.run(Replay.leniently(steps), steps.size());
    }
}

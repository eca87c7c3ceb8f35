package org.exitrace.testkit;

import java.util.List;
import java.util.Map;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelFactory;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.schedule.Replay;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.engine.schedule.ScheduleRecorder;
import org.exitrace.engine.schedule.ScheduleToken;
import org.exitrace.engine.schedule.Setting;

/**
 * One run of a model: what was done, and what came of it.
 *
 * @param factory makes the model that ran
 * @param steps full names of the steps taken, in order
 * @param trace all states of the run
 * @param result how it ended, and what it broke and reached
 */
public record Playout(ModelFactory factory, List<String> steps, Trace trace, RunResult result) {

    /** Runs a new model as {@code scheduler} chooses, to the first broken state at the latest. */
    public static Playout of(ModelFactory factory, Scheduler scheduler, long mostSteps) {
        return of(factory, new Run(factory.make(), scheduler).atMost(mostSteps));
    }

    /** Takes those of {@code steps} that can be taken when their turn comes. */
    public static Playout leniently(ModelFactory factory, List<String> steps) {
        return of(factory, Replay.leniently(steps), steps.size());
    }

    /** Runs again, to its end, what a failure printed as its last line. */
    public static Playout of(ModelFactory factory, String line) {
        Schedule schedule = ScheduleToken.parse(line).decode(factory.make(), Map.of());
        return of(factory, new Run(factory.make(), Replay.of(schedule))
                .goOnWhenBroken().atMost(schedule.steps().size()));
    }

    private static Playout of(ModelFactory factory, Run run) {
        Trace trace = new Trace();
        RunResult result = run.tell(trace).go();
        return new Playout(factory, List.copyOf(trace.names()), trace, result);
    }

    /** One line that repeats the run, for {@link #of(ModelFactory, String)}. */
    public String line() {
        Model model = factory.make();
        Setting setting = Setting.of(model.name(), model.design().labels());
        return ScheduleToken.encode(ScheduleRecorder.record(trace, setting), model, Map.of());
    }

    @Override
    public String toString() {
        return steps.size() + " steps: " + String.join("; ", steps);
    }
}

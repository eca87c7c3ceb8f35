package org.exitrace.cli;

import java.util.Optional;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.schedule.Divergence;
import org.exitrace.engine.schedule.Replay;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.engine.time.UnknownCostException;
import org.exitrace.reports.view.RunHeading;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.schedule.LocatedSchedule;

/**
 * A recorded run made again.
 *
 * @param schedule what was recorded
 * @param trace what was done
 * @param timed whether the steps have their times
 * @param divergence where it left the recorded run, if it did
 */
record Replayed(Schedule schedule, Trace trace, boolean timed, Optional<Divergence> divergence) {

    /** Makes the run again; with its times where the profile is there and gives the same steps. */
    static Replayed of(LocatedSchedule located, Session session) {
        Schedule schedule = located.schedule();
        Model model = located.scenario().build(located.design());
        Trace timed = schedule.setting().profile().isEmpty() ? null
                : timed(model, schedule, session);
        if (timed != null && timed.names().equals(schedule.steps())
                && timed.fingerprint(timed.length()) == schedule.fingerprint()) {
            return new Replayed(schedule, timed, true, Optional.empty());
        }
        Trace trace = new Trace();
        Replay replay = Replay.of(schedule);
        // One more than there are, so that the schedule ends the run and not this bound.
        new Run(model, replay).tell(trace).goOnWhenBroken().atMost(schedule.steps().size() + 1L)
                .until(session.interrupted()).go();
        return new Replayed(schedule, trace, false, replay.divergence());
    }

    private static Trace timed(Model model, Schedule schedule, Session session) {
        try {
            EarliestFirst scheduler = new EarliestFirst(
                    session.library().profile(schedule.setting().profile()).times(),
                    schedule.setting().seed());
            Trace trace = new Trace();
            new Run(model, scheduler).tell(trace).goOnWhenBroken()
                    .atMost(schedule.steps().size()).until(session.interrupted()).go();
            return trace;
        } catch (UnusableInputException | UnknownCostException noSuchTimes) {
            return null;
        }
    }

    /** For those that need the recorded run itself, and not another that began like it. */
    void refuseDivergence() {
        divergence.ifPresent(left -> {
            throw new UnusableInputException("this schedule cannot be replayed to its end: "
                    + left + "; record it again");
        });
    }

    /** What its report begins with. */
    RunHeading heading(Chosen chosen, String repeat) {
        String profile = timed ? schedule.setting().profile() : "";
        String seed = schedule.setting().seed() == 0 ? ""
                : Long.toString(schedule.setting().seed());
        return chosen.heading(profile, seed, repeat);
    }
}

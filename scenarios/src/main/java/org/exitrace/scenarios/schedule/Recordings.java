package org.exitrace.scenarios.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.schedule.Replay;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.engine.schedule.ScheduleRecorder;
import org.exitrace.engine.schedule.ScheduleToken;
import org.exitrace.engine.schedule.Setting;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/** Schedules of runs of scenarios, with all that repeats them. */
public final class Recordings {

    /** With {@code ./exitrace replay } before it, such a token fits into 100 columns of a mail. */
    private static final int LONGEST_WITH_NAMES = 82;

    private Recordings() {
    }

    /** What a run of {@code scenario} in {@code design} belongs to. */
    public static Setting setting(
            Scenario scenario, ScenarioDesign design, String profile, long seed) {
        return new Setting(scenario.name(), design.machine().parameters().values(),
                design.switches().labels(), profile, seed);
    }

    /** The schedule of the run that {@code trace} saw. */
    public static Schedule of(
            Scenario scenario, ScenarioDesign design, Trace trace, String profile, long seed) {
        return ScheduleRecorder.record(trace, setting(scenario, design, profile, seed));
    }

    /**
     * The schedule that takes {@code steps}, which can all be taken: a shrunk one, or a search's
     * witness.
     *
     * @throws IllegalArgumentException where one cannot be taken
     */
    public static Schedule ofSteps(
            Scenario scenario, ScenarioDesign design, List<String> steps) {
        Model model = scenario.build(design);
        Replay replay = Replay.of(steps);
        Trace trace = new Trace();
        new Run(model, replay).tell(trace).goOnWhenBroken().atMost(steps.size()).go();
        replay.divergence().ifPresent(found -> {
            throw new IllegalArgumentException(found.toString());
        });
        return of(scenario, design, trace, "", 0);
    }

    /**
     * The line that can be pasted into a mail for {@code schedule}; it names what differs from the
     * scenario's usual design and its machine, or counts it where names would make it too long.
     */
    public static String token(Scenario scenario, ScenarioDesign design, Schedule schedule) {
        ScenarioDesign usual = scenario.usualDesign();
        Map<String, String> switches =
                without(design.switches().labels(), usual.switches().labels());
        Map<String, String> machine = without(design.machine().parameters().values(),
                usual.machine().parameters().values());
        String token = ScheduleToken.encode(schedule, scenario.build(design), switches, machine);
        if (token.length() <= LONGEST_WITH_NAMES) {
            return token;
        }
        String counted = ScheduleToken.encode(schedule, scenario.build(design),
                ByPosition.ofSwitches(design.switches().switches()).shortened(switches),
                ByPosition.ofParameters(scenario.kind().parameters()).shortened(machine));
        return counted.length() < token.length() ? counted : token;
    }

    private static Map<String, String> without(
            Map<String, String> values, Map<String, String> known) {
        Map<String, String> left = new LinkedHashMap<>(values);
        left.entrySet().removeAll(known.entrySet());
        return left;
    }
}

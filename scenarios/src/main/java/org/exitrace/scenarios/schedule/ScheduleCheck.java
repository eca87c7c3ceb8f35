package org.exitrace.scenarios.schedule;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.schedule.Checkpoint;
import org.exitrace.engine.schedule.Replay;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.engine.step.Step;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.Problem;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/** Whether a schedule belongs to a design of a scenario, and names what its model has. */
public final class ScheduleCheck {

    private static final int MOST_UNKNOWN_STEPS = 20;

    private final ScheduleFile file;
    private final Problems problems = new Problems();

    private ScheduleCheck(ScheduleFile file) {
        this.file = file;
    }

    /**
     * Everything in which {@code file} does not fit {@code design} of {@code scenario}. Where it
     * belongs to something else, its steps and its property are not looked at: they may well be
     * unknown here, and that says nothing more.
     */
    public static List<Problem> problems(
            ScheduleFile file, Scenario scenario, ScenarioDesign design) {
        ScheduleCheck check = new ScheduleCheck(file);
        check.scenario(scenario);
        check.same(ScheduleKeys.DESIGN, "switch", file.schedule().setting().design(),
                design.switches().labels(), design);
        check.same(ScheduleKeys.MACHINE, "parameter", file.schedule().setting().machine(),
                design.machine().parameters().values(), design);
        check.setting();
        if (check.problems.isEmpty()) {
            Model model = scenario.build(design);
            check.steps(model);
            check.property(model);
            check.firstState(model);
        }
        return check.problems.inOrder();
    }

    /**
     * What comes out when the steps of {@code file}, which fits, are taken again: where the replay
     * leaves the recorded run, and a property that is said to break and does not.
     */
    public static List<Problem> problemsOfReplay(
            ScheduleFile file, Scenario scenario, ScenarioDesign design) {
        Schedule schedule = file.schedule();
        Replay replay = Replay.of(schedule);
        RunResult result = new Run(scenario.build(design), replay)
                .atMost(schedule.steps().size() + 1L).goOnWhenBroken().go();
        Problems problems = new Problems();
        replay.divergence().ifPresentOrElse(
                left -> problems.add(file.placeOfStep(left.step() - 1),
                        "the replay leaves the recorded run: " + left + "; record it again"),
                () -> falseClaim(schedule, result).ifPresent(claim -> problems.add(
                        file.placeOf(ScheduleKeys.BREAKS), claim + "; correct 'breaks'")));
        return problems.inOrder();
    }

    /** What {@code schedule} claims to break and its whole replay did not, in a sentence. */
    public static Optional<String> falseClaim(Schedule schedule, RunResult replayed) {
        List<String> broken = replayed.broken().keySet().stream().map(Property::id).toList();
        boolean isKept = schedule.breaks().isEmpty() || broken.contains(schedule.breaks());
        return isKept || replayed.end() == RunEnd.INTERRUPTED
                ? Optional.empty()
                : Optional.of("the schedule claims to break '" + schedule.breaks()
                        + "', but its replay breaks " + (broken.isEmpty() ? "nothing"
                        : "'" + String.join("', '", broken) + "'"));
    }

    private void scenario(Scenario scenario) {
        String recorded = file.schedule().setting().scenario();
        if (!recorded.equals(scenario.name())) {
            problems.add(file.placeOf(ScheduleKeys.SCENARIO), "this schedule belongs to scenario '"
                    + recorded + "', not to '" + scenario.name() + "'; record one for this"
                    + " scenario");
        }
    }

    private void same(String key, String noun, Map<String, String> recorded,
            Map<String, String> wanted, ScenarioDesign design) {
        Map<String, String> unknown = new LinkedHashMap<>(recorded);
        wanted.forEach((name, value) -> {
            String was = unknown.remove(name);
            if (!value.equals(was)) {
                problems.add(file.placeOf(key), was == null
                        ? "this schedule lacks " + noun + " '" + name + "', which design '"
                                + design.name() + "' has; record it again"
                        : "this schedule was recorded with " + name + "=" + was
                                + ", but design '" + design.name() + "' has " + name + "=" + value
                                + "; record it again in this design");
            }
        });
        unknown.forEach((name, value) -> problems.add(file.placeOf(key), "this schedule has "
                + noun + " '" + name + "', which the machine lacks; "
                + DidYouMean.remedy(name, wanted.keySet())));
    }

    private void steps(Model model) {
        Set<String> known = new LinkedHashSet<>();
        model.steps().stream().map(Step::fullName).forEach(known::add);
        Set<String> told = new LinkedHashSet<>();
        List<String> steps = file.schedule().steps();
        for (int i = 0; i < steps.size() && told.size() < MOST_UNKNOWN_STEPS; i++) {
            String step = steps.get(i);
            if (!known.contains(step) && told.add(step)) {
                problems.add(file.placeOfStep(i), "model '" + model.name() + "' has no step '"
                        + step + "'; " + remedy(step, known));
            }
        }
    }

    /** A line that was edited since: the schedule is one of another design, wherever it leads. */
    private void setting() {
        if (problems.isEmpty()
                && file.settingFingerprint() != file.schedule().setting().fingerprint()) {
            problems.add(file.placeOf(ScheduleKeys.SETTING), "this schedule belongs to another"
                    + " scenario, machine or design than it names here, for one of these was"
                    + " edited since it was recorded; put 'scenario', 'machine' and 'design' back,"
                    + " or record it again");
        }
    }

    /** A run of the model at hand would not even begin as the recorded one did. */
    private void firstState(Model model) {
        List<Checkpoint> checkpoints = file.schedule().checkpoints();
        if (problems.isEmpty() && !checkpoints.isEmpty() && checkpoints.get(0).step() == 0
                && checkpoints.get(0).fingerprint() != model.fingerprint()) {
            problems.add(file.placeOf(ScheduleKeys.DESIGN), "this schedule was recorded with"
                    + " another version of the model: its first state is not that of the recorded"
                    + " run; record it again");
        }
    }

    private static String remedy(String step, Set<String> known) {
        String actor = step.indexOf(' ') < 0 ? step : step.substring(0, step.indexOf(' ') + 1);
        List<String> own = known.stream().filter(name -> name.startsWith(actor)).toList();
        return DidYouMean.remedy(step, own.isEmpty() ? known : own)
                .replaceFirst("^there is .*", "record the schedule again with this version");
    }

    private void property(Model model) {
        String id = file.schedule().breaks();
        List<String> ids = model.properties().stream().map(Property::id).toList();
        if (!id.isEmpty() && !ids.contains(id)) {
            problems.add(file.placeOf(ScheduleKeys.BREAKS), "model '" + model.name()
                    + "' has no property '" + id + "'; " + DidYouMean.remedy(id, ids));
        }
    }
}

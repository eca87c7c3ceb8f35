package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.schedule.Replay;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.reports.view.RunHeading;
import org.exitrace.scenarios.document.DiskFolder;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.machine.MachineSwitches;
import org.exitrace.scenarios.schedule.LocatedSchedule;

/**
 * A scenario in one design on one machine.
 *
 * @param scenario the scenario
 * @param design the design, with what was changed of it
 * @param written the scenario as one names it on a command line
 */
record Chosen(Scenario scenario, ScenarioDesign design, String written) {

    private static final String CHANGED = "*";

    /** The design's name as the scenario has it, whatever was changed of it. */
    String designAsWritten() {
        return design.name().endsWith(CHANGED)
                ? design.name().substring(0, design.name().length() - 1) : design.name();
    }

    /** What a schedule belongs to. */
    static Chosen of(LocatedSchedule located) {
        return of(located.scenario(), located.design());
    }

    /** A scenario that was not named by itself, but in a folder or a schedule. */
    static Chosen of(Scenario scenario, ScenarioDesign design) {
        return new Chosen(scenario, design, scenario.folder() instanceof DiskFolder
                ? scenario.place().file() : scenario.name());
    }

    /** Whether it is a file of somebody's own and not in the catalogue. */
    boolean isOwn() {
        return scenario.folder() instanceof DiskFolder;
    }

    /** The same on another machine or with other switches. */
    Chosen in(ScenarioDesign other) {
        return new Chosen(scenario, other, written);
    }

    /** The same design on another machine. */
    Chosen on(MachineSpec machine) {
        return in(design.on(machine, scenario.kind()));
    }

    /** The switches that its machine has. */
    MachineSwitches switches() {
        return new MachineSwitches(scenario.kind(), design.machine().parameters());
    }

    /** A machine of it, made anew. */
    Model model() {
        return scenario.build(design);
    }

    /** The command that does {@code verb} to the same, with further words behind. */
    String command(String verb, String... more) {
        List<String> words = new ArrayList<>(List.of("./exitrace", verb, Shell.quoted(written)));
        ScenarioDesign base = scenario.design(designAsWritten()).orElse(scenario.usualDesign());
        if (!base.name().equals(scenario.usualDesign().name())) {
            words.addAll(List.of("--design", base.name()));
        }
        add("--set", base.switches().labels(), design.switches().labels(), words);
        add("--machine", base.machine().parameters().values(),
                design.machine().parameters().values(), words);
        words.addAll(List.of(more));
        return String.join(" ", words);
    }

    /** Ids of the properties that {@code schedule} breaks, which can be taken here. */
    List<String> brokenBy(Schedule schedule) {
        return Shown.ids(replay(schedule));
    }

    /** What {@code schedule} shows, which can be taken here. */
    RunResult replay(Schedule schedule) {
        return new Run(model(), Replay.of(schedule.steps()))
                .atMost(schedule.steps().size() + 1L).goOnWhenBroken().go();
    }

    private static void add(
            String option, Map<String, String> base, Map<String, String> now, List<String> words) {
        now.forEach((name, value) -> {
            if (!value.equals(base.get(name))) {
                words.addAll(List.of(option, Shell.quoted(name + "=" + value)));
            }
        });
    }

    /** The machine in a few words. */
    String machine() {
        String parameters = design.machine().parameters().toString();
        return scenario.kind().name() + (parameters.isEmpty() ? "" : ": " + parameters);
    }

    /** What reports begin with; {@code repeat} is left out where it is told otherwise. */
    RunHeading heading(String profile, String seed, String repeat) {
        return new RunHeading(scenario.name(), machine(), design.switches(), profile, seed, repeat);
    }

    /** What texts of the command line begin with. */
    Sheet sheet() {
        List<String> switches = new ArrayList<>();
        design.switches().labels().forEach((name, value) -> switches.add(name + "=" + value));
        return new Sheet().add("scenario", scenario.name()).add("machine", machine())
                .add("design", design.name() + (design.title().isEmpty() ? "" : ": "
                        + design.title()))
                .add("switches", String.join(", ", switches))
                .add("expects", design.expectation().toString());
    }

    /** What documents begin with. */
    JsonObject json() {
        return new JsonObject().put("scenario", scenario.name()).put("design", design.name())
                .put("switches", design.switches().labels())
                .put("machine", design.machine().parameters().values())
                .put("expects", design.expectation().toString());
    }
}

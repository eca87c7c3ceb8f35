package org.exitrace.scenarios.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.UnknownSwitchException;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.engine.schedule.ScheduleException;
import org.exitrace.engine.schedule.ScheduleToken;
import org.exitrace.engine.script.ArgumentProblem;
import org.exitrace.engine.script.Arguments;
import org.exitrace.scenarios.document.Folder;
import org.exitrace.scenarios.document.Problem;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.machine.MachineSpec;

/**
 * A schedule with the scenario and the design to which it belongs.
 *
 * @param scenario the scenario that it names
 * @param design the design that it names: one of the scenario's where the switches and the
 *     machine are the same, else one of which nothing is expected
 * @param schedule the schedule
 */
public record LocatedSchedule(Scenario scenario, ScenarioDesign design, Schedule schedule) {

    /**
     * The schedule in the file {@code name} of {@code folder}, fit to be replayed.
     *
     * @param scenarios gives a scenario by its name
     * @throws UnusableInputException with everything that is wrong with it
     */
    public static LocatedSchedule ofFile(
            Folder folder, String name, Function<String, Scenario> scenarios) {
        ScheduleFile file = ScheduleFile.read(folder, name);
        Schedule schedule = file.schedule();
        Scenario scenario = scenarioOf(file, scenarios);
        MachineSpec machine = machine(scenario, schedule.setting().machine());
        ScenarioDesign design = designOf(scenario, knownSwitches(
                usualSwitches(scenario, machine), schedule.setting().design()), machine);
        List<Problem> problems = ScheduleCheck.problems(file, scenario, design);
        if (!problems.isEmpty()) {
            throw new UnusableInputException(problems);
        }
        return new LocatedSchedule(scenario, design, schedule);
    }

    /**
     * The schedule that a pasted line tells.
     *
     * @param scenarios gives a scenario by its name
     * @throws UnusableInputException where the line is damaged or belongs to something else
     */
    public static LocatedSchedule ofToken(
            String token, Function<String, Scenario> scenarios) {
        try {
            ScheduleToken read = ScheduleToken.parse(token);
            Scenario scenario = scenarios.apply(read.scenario());
            Map<String, String> parameters = ByPosition.ofParameters(
                    scenario.kind().parameters()).named(read.machine());
            refuseParameters(scenario, parameters);
            MachineSpec machine = machine(scenario, parameters);
            Design switches = usualSwitches(scenario, machine);
            for (Map.Entry<String, String> choice : ByPosition.ofSwitches(
                    switches.switches()).named(read.design()).entrySet()) {
                switches = switches.with(choice.getKey(), choice.getValue());
            }
            ScenarioDesign design = designOf(scenario, switches, machine);
            Schedule schedule = read.decode(
                    scenario.build(design), design.machine().parameters().values());
            return new LocatedSchedule(scenario, design, schedule);
        } catch (ScheduleException | UnknownSwitchException refused) {
            throw new UnusableInputException(refused.getMessage());
        }
    }

    private static Scenario scenarioOf(
            ScheduleFile file, Function<String, Scenario> scenarios) {
        try {
            return scenarios.apply(file.schedule().setting().scenario());
        } catch (UnusableInputException unknown) {
            throw new UnusableInputException(file.tree().get(ScheduleKeys.SCENARIO).place(),
                    unknown.problems().get(0).toString());
        }
    }

    /** The scenario's design of those switches on that machine; else one without expectation. */
    public static ScenarioDesign designOf(
            Scenario scenario, Design switches, MachineSpec machine) {
        for (ScenarioDesign design : scenario.designs()) {
            if (design.switches().equals(switches)
                    && design.machine().parameters().equals(machine.parameters())) {
                return design;
            }
        }
        return scenario.usualDesign().on(machine, scenario.kind()).with(switches);
    }

    /** The scenario's usual design on {@code machine}: what is not told differs not from it. */
    private static Design usualSwitches(Scenario scenario, MachineSpec machine) {
        return scenario.usualDesign().on(machine, scenario.kind()).switches();
    }

    /** What is unknown is left out here and told by the check. */
    private static Design knownSwitches(Design usual, Map<String, String> labels) {
        Design design = usual;
        for (Map.Entry<String, String> choice : labels.entrySet()) {
            try {
                design = design.with(choice.getKey(), choice.getValue());
            } catch (UnknownSwitchException unknown) {
                continue;
            }
        }
        return design;
    }

    private static MachineSpec machine(Scenario scenario, Map<String, String> recorded) {
        MachineSpec usual = scenario.usualDesign().machine();
        Map<String, String> values = new LinkedHashMap<>(usual.parameters().values());
        values.putAll(recorded);
        var parameters = scenario.kind().parameters();
        if (!Arguments.problems(parameters, values).isEmpty()) {
            return usual;
        }
        MachineSpec machine =
                new MachineSpec(Arguments.of(parameters, values), usual.scripts());
        return scenario.kind().refuses(machine).isPresent() ? usual : machine;
    }

    private static void refuseParameters(Scenario scenario, Map<String, String> machine) {
        for (ArgumentProblem problem
                : Arguments.problems(scenario.kind().parameters(), machine)) {
            if (problem.kind() != ArgumentProblem.Kind.MISSING) {
                throw new UnusableInputException("the token does not fit machine '"
                        + scenario.kind().name() + "': " + problem.sentence());
            }
        }
    }
}

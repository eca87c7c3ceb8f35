package org.exitrace.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.exitrace.engine.schedule.ScheduleToken;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.document.DiskFolder;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.schedule.LocatedSchedule;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words with which somebody chooses a schedule. */
final class ScheduleChoice {

    @Parameters(paramLabel = "FILE|TOKEN|S", description = "A schedule in a file ending in .json, a"
            + " pasted line beginning with xt1, or a scenario that has a recorded schedule.")
    private String schedule;

    @Option(names = "--scenario", paramLabel = "FILE.yaml", order = 1,
            description = "The scenario that it belongs to, where it is not in the catalogue.")
    private String scenario;

    @Option(names = "--design", paramLabel = "D", order = 2,
            description = "Of a scenario: the design whose schedule is meant; the first that has"
                    + " one unless told otherwise.")
    private String design;

    /** As it was written. */
    String written() {
        return schedule;
    }

    /** Whether a scenario is named, whose own schedule is meant. */
    boolean namesScenario() {
        return !ScheduleToken.isToken(schedule) && !schedule.endsWith(".json");
    }

    /** The schedule with its scenario and design. */
    LocatedSchedule find(Library library) {
        boolean isToken = ScheduleToken.isToken(schedule);
        if (design != null && !namesScenario()) {
            throw new UnusableInputException("a recorded schedule tells its design itself;"
                    + " leave out --design");
        }
        if (!namesScenario()) {
            return scenario == null ? library.schedule(schedule) : belonging(library, isToken);
        }
        if (!schedule.endsWith(".yaml") && Files.isRegularFile(OutOption.path(schedule))) {
            throw new UnusableInputException("'" + schedule + "' is no name of a schedule's or"
                    + " scenario's file; rename it to end in .json or .yaml");
        }
        return design == null ? library.schedule(schedule) : ofDesign(library);
    }

    private LocatedSchedule ofDesign(Library library) {
        Scenario found = library.scenario(schedule);
        ScenarioDesign wanted = ScenarioChoice.design(found, design);
        if (!wanted.isRecorded()) {
            throw new UnusableInputException("design '" + design + "' of '" + found.name()
                    + "' has no recorded schedule; explore it, or name a schedule file");
        }
        return library.recorded(found, wanted);
    }

    private LocatedSchedule belonging(Library library, boolean isToken) {
        Scenario own = library.scenario(scenario);
        Function<String, Scenario> byName = name -> {
            if (!name.equals(own.name())) {
                throw new UnusableInputException("the schedule belongs to scenario '" + name
                        + "', but " + scenario + " is '" + own.name() + "'; name the file of '"
                        + name + "'");
            }
            return own;
        };
        if (isToken) {
            return LocatedSchedule.ofToken(schedule, byName);
        }
        Path file = OutOption.path(schedule);
        return LocatedSchedule.ofFile(
                DiskFolder.of(file), file.getFileName().toString(), byName);
    }
}

package org.exitrace.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.exitrace.scenarios.document.Folder;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Problem;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.file.ScenarioDraft;
import org.exitrace.scenarios.schedule.ScheduleCheck;
import org.exitrace.scenarios.schedule.ScheduleFile;

/** Everything that is wrong with a scenario and its recorded schedules, as far as one can tell. */
final class Validation {

    private Validation() {
    }

    /** Of a file in {@code folder}; what is wrong with it hides nothing of its schedules. */
    static List<Problem> of(ScenarioDraft draft, Folder folder) {
        Problems own = new Problems();
        own.addAll(draft.problems());
        List<Problem> ofSchedules = new ArrayList<>();
        for (Node.Scalar recording : draft.recordings()) {
            String name = recording.text().strip();
            if (!folder.has(name)) {
                own.add(recording.place(), "there is no file '" + name + "' beside this one; save"
                        + " a schedule there, as './exitrace explore --out' does, or remove"
                        + " 'replay'");
            } else if (draft.scenario().isEmpty()) {
                ofSchedules.addAll(ofFileAlone(folder, name));
            }
        }
        draft.scenario().ifPresent(scenario -> ofSchedules.addAll(ofSchedules(scenario)));
        return Stream.concat(own.inOrder().stream(), ofSchedules.stream()).distinct().toList();
    }

    /** Of the recorded schedules that there are: does each fit its design, and do what it says? */
    static List<Problem> ofSchedules(Scenario scenario) {
        List<Problem> problems = new ArrayList<>();
        for (ScenarioDesign design : scenario.designs()) {
            if (design.isRecorded() && scenario.folder().has(design.recorded())) {
                problems.addAll(ofSchedule(scenario, design));
            }
        }
        return problems;
    }

    private static List<Problem> ofSchedule(Scenario scenario, ScenarioDesign design) {
        try {
            ScheduleFile file = ScheduleFile.read(scenario.folder(), design.recorded());
            List<Problem> problems = ScheduleCheck.problems(file, scenario, design);
            return problems.isEmpty()
                    ? ScheduleCheck.problemsOfReplay(file, scenario, design) : problems;
        } catch (UnusableInputException unusable) {
            return unusable.problems();
        }
    }

    private static List<Problem> ofFileAlone(Folder folder, String name) {
        try {
            ScheduleFile.read(folder, name);
            return List.of();
        } catch (UnusableInputException unusable) {
            return unusable.problems();
        }
    }
}

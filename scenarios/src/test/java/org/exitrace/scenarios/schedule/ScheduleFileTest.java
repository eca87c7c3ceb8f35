package org.exitrace.scenarios.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.RandomChoice;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.engine.schedule.ScheduleRecorder;
import org.exitrace.engine.schedule.Setting;
import org.exitrace.scenarios.doorbell.Doorbell;
import org.exitrace.scenarios.doorbell.TextFolder;
import org.exitrace.scenarios.document.DiskFolder;
import org.exitrace.scenarios.document.Problem;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioReader;
import org.exitrace.scenarios.machine.MachineKinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleFileTest {

    private static final String SCENARIO = """
            format: 1
            scenario: doorbell/lost-ring
            title: A ring is lost
            about: A sleeper lies down behind the ring.
            sources: [made up]
            machine: {kind: doorbell}
            designs:
              original: {expect: {broken: deadlock}, explore: true}
              repaired: {switches: {falling-asleep: looking-again}}
            """;

    @TempDir
    private Path folder;

    private final Scenario scenario = new ScenarioReader(
            new MachineKinds(List.of(new Doorbell())))
            .read(new TextFolder().with("s.yaml", SCENARIO), "s.yaml");

    @Test
    void readsBackWhatWasWritten() {
        Schedule recorded = record(-7);
        Path file = folder.resolve("s.json");

        ScheduleWriter.write(recorded, file);

        assertThat(ScheduleFile.read(new DiskFolder(folder), "s.json").schedule())
                .isEqualTo(recorded);
    }

    @Test
    void writesOneStepALine() {
        assertThat(ScheduleWriter.render(Schedule.ofNames(
                Setting.of("a/b", scenario.usualDesign().switches().labels()),
                List.of("x say \"no\"", "y go")))).isEqualTo("""
                {
                  "format": 1,
                  "scenario": "a/b",
                  "machine": {},
                  "design": {"falling-asleep": "blindly"},
                  "setting": "842d0497289d35db",
                  "profile": "",
                  "seed": 0,
                  "breaks": "",
                  "fingerprint": "0000000000000000",
                  "steps": [
                    "x say \\"no\\"",
                    "y go"
                  ],
                  "checkpoints": []
                }
                """);
    }

    @Test
    void fitsTheDesignThatItWasRecordedIn() {
        assertThat(ScheduleCheck.problems(read(text()), scenario, scenario.usualDesign()))
                .isEmpty();
    }

    @Test
    void refusesAScheduleOfAnotherDesign() {
        assertThat(ScheduleCheck.problems(
                read(text()), scenario, scenario.design("repaired").orElseThrow()))
                .extracting(Problem::toString).containsExactly(
                        "s.json:5:3: this schedule was recorded with falling-asleep=blindly, but"
                                + " design 'repaired' has falling-asleep=looking-again; record it"
                                + " again in this design");
    }

    @Test
    void tellsOnlyTheSwitchWhereTheStepsAreUnknownToo() {
        String changed = text().replace("ringer ring: strike", "ringer ring: stirke");

        assertThat(ScheduleCheck.problems(
                read(changed), scenario, scenario.design("repaired").orElseThrow()))
                .extracting(Problem::sentence).singleElement().asString()
                .startsWith("this schedule was recorded with falling-asleep=blindly, but");
    }

    @Test
    void refusesAScheduleOfAnotherMachineThanItNames() {
        String changed = text().replace("\"sleepers\": \"1\"", "\"sleepers\": \"2\"");

        assertThatThrownBy(() -> LocatedSchedule.ofFile(
                new TextFolder().with("s.json", changed), "s.json", name -> scenario))
                .hasMessage(EDITED);
    }

    /** The first state is the same in both designs. */
    @Test
    void refusesAScheduleWhoseSwitchWasEdited() {
        String changed = text().replace("\"blindly\"", "\"looking-again\"");

        assertThatThrownBy(() -> LocatedSchedule.ofFile(
                new TextFolder().with("s.json", changed), "s.json", name -> scenario))
                .hasMessage(EDITED);
    }

    @Test
    void refusesAScheduleWhoseModelBeginsInAnotherState() {
        String changed = text().replaceFirst("\"step\": 0, \"fingerprint\": \"[0-9a-f]{16}",
                "\"step\": 0, \"fingerprint\": \"0123456789abcdef");

        assertThat(ScheduleCheck.problems(read(changed), scenario, scenario.usualDesign()))
                .extracting(Problem::toString).containsExactly("s.json:5:3: this schedule was"
                        + " recorded with another version of the model: its first state is not that"
                        + " of the recorded run; record it again");
    }

    @Test
    void namesEverythingInWhichItBelongsToSomethingElse() {
        String changed = text()
                .replace("doorbell/lost-ring", "doorbell/lost-rung")
                .replace("\"sleepers\": \"1\"", "\"sleepers\": \"2\", \"bed\": \"1\"");

        assertThat(ScheduleCheck.problems(read(changed), scenario, scenario.usualDesign()))
                .extracting(Problem::sentence).containsExactly(
                        "this schedule belongs to scenario 'doorbell/lost-rung', not to"
                                + " 'doorbell/lost-ring'; record one for this scenario",
                        "this schedule was recorded with sleepers=2, but design 'original' has"
                                + " sleepers=1; record it again in this design",
                        "this schedule has parameter 'bed', which the machine lacks; there is"
                                + " sleepers, bell");
    }

    @Test
    void namesEverythingThatTheModelLacks() {
        String changed = text()
                .replace("\"breaks\": \"deadlock\"", "\"breaks\": \"dedlock\"")
                .replace("ringer ring: strike", "ringer ring: stirke");

        assertThat(ScheduleCheck.problems(read(changed), scenario, scenario.usualDesign()))
                .extracting(Problem::sentence).containsExactly(
                        "model 'doorbell' has no property 'dedlock'; did you mean 'deadlock'?",
                        "model 'doorbell' has no step 'ringer ring: stirke'; did you mean"
                                + " 'ringer ring: strike'?");
    }

    @Test
    void saysNothingOfStepsWhereTheyAreOfAnotherDesign() {
        String changed = text()
                .replaceFirst("\"setting\": \"[0-9a-f]*", "\"setting\": \"0123456789abcdef")
                .replace("ringer ring: strike", "ringer ring: stirke");

        assertThat(ScheduleCheck.problems(read(changed), scenario, scenario.usualDesign()))
                .extracting(Problem::toString).containsExactly(EDITED);
    }

    @Test
    void refusesUnknownMissingAndWrongKeysAtOnce() {
        refuses(text().replace("\"seed\": 0", "\"sed\": 0").replace("\"format\": 1",
                "\"format\": -1.5").replace("\"profile\": \"\"", "\"profile\": []"),
                "s.json:1:1: key 'seed' is missing; record the schedule again\n"
                        + "s.json:2:13: 'format' must be a whole number from 1, not the number"
                        + " -1.5\n"
                        + "s.json:7:14: 'profile' must be a text, not a list\n"
                        + "s.json:8:3: unknown key 'sed'; did you mean 'seed'?");
    }

    @Test
    void refusesNegativeCountsAndBadFingerprints() {
        refuses(text().replaceFirst("\"step\": 0, \"fingerprint\": \"[0-9a-f]*",
                        "\"step\": -1, \"fingerprint\": \"abc"),
                "s.json:18:14: 'step' must be a whole number from 0, not the number -1\n"
                        + "s.json:18:33: 'fingerprint' must be 16 hexadecimal digits, not the text"
                        + " 'abc'");
    }

    @Test
    void refusesCheckpointsBehindTheEnd() {
        refuses(text().replace("\"step\": 4,", "\"step\": 99,"), "s.json:17:3: a checkpoint stands"
                + " behind step 99, after one behind step 3 in a schedule of 4 steps;"
                + " checkpoints rise and stay within the steps");
    }

    @Test
    void refusesAScheduleOfAnotherVersion() {
        refuses(text().replace("\"format\": 1", "\"format\": 2"), "s.json:2:13: this schedule has"
                + " format 2, but this version of Exitrace reads format 1; record it again");
    }

    @Test
    void refusesATruncatedSchedule() {
        refuses(text().substring(0, 300), "s.json:12:19: this is not JSON: Unexpected"
                + " end-of-input: was expecting closing quote for a string value; if the file was"
                + " cut off, write it again");
    }

    private static final String EDITED = "s.json:6:3: this schedule belongs to another scenario,"
            + " machine or design than it names here, for one of these was edited since it was"
            + " recorded; put 'scenario', 'machine' and 'design' back, or record it again";

    private Schedule record(long seed) {
        Model model = scenario.build(scenario.usualDesign());
        Trace trace = new Trace();
        new Run(model, new RandomChoice(seed)).tell(trace).go();
        return ScheduleRecorder.record(trace, new Setting(scenario.name(),
                scenario.usualDesign().machine().parameters().values(),
                model.design().labels(), "", 0));
    }

    /** A schedule in which the ring is lost. */
    private String text() {
        for (long seed = 0; ; seed++) {
            Schedule schedule = record(seed);
            if (schedule.breaks().equals("deadlock") && schedule.steps().size() == 4) {
                return ScheduleWriter.render(schedule);
            }
        }
    }

    private static ScheduleFile read(String text) {
        return ScheduleFile.read(new TextFolder().with("s.json", text), "s.json");
    }

    private static void refuses(String text, String message) {
        assertThatThrownBy(() -> read(text)).hasMessage(message);
    }
}

package org.exitrace.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exitrace.scenarios.campaign.Fuzzing;
import org.exitrace.scenarios.catalogue.Catalogue;
import org.exitrace.scenarios.document.Problem;
import org.exitrace.scenarios.doorbell.Doorbell;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.machine.MachineKinds;
import org.exitrace.scenarios.schedule.LocatedSchedule;
import org.exitrace.scenarios.schedule.ScheduleWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {

    private static final MachineKinds KINDS = new MachineKinds(List.of(new Doorbell()));
    private static final String MINE = """
            format: 1
            scenario: mine
            title: Mine
            about: Mine.
            sources: [me]
            machine: {kind: doorbell}
            designs:
              original: {expect: {broken: deadlock}, replay: mine.json}
            """;

    @TempDir
    private Path folder;

    private final Library library = new Library(
            new Catalogue(LibraryTest.class, "doorbells", KINDS), KINDS);
    private Path scenarioFile;
    private Path scheduleFile;

    @BeforeEach
    void writesAScenarioAndItsSchedule() throws IOException {
        scenarioFile = folder.resolve("mine.yaml");
        scheduleFile = folder.resolve("mine.json");
        Files.writeString(scenarioFile, MINE);
        Scenario mine = library.scenario(scenarioFile.toString());
        ScheduleWriter.write(new Fuzzing(mine, mine.usualDesign()).go().failures().get(0)
                .schedule(), scheduleFile);
    }

    @Test
    void takesNamesFoldersAndFiles() {
        assertThat(library.scenarios(List.of(scenarioFile.toString(), "rings")))
                .extracting(Scenario::name).containsExactly("rings/lost", "rings/twice", "mine");
        assertThat(library.scenarios(List.of())).hasSize(2);
        assertThat(library.scenarios(List.of(scenarioFile.toString()))).hasSize(1);
    }

    @Test
    void tellsOfAllFilesAndNamesThatCannotBeRead() throws IOException {
        Path other = Files.writeString(folder.resolve("other.yaml"), "a: [1\n");
        Files.writeString(scenarioFile, MINE.replace("title:", "titel:"));

        assertThatThrownBy(() -> library.scenarios(List.of(
                scenarioFile.toString(), "rungs", other.toString(), "belles")))
                .hasMessageContainingAll("'rungs'", "'belles'", scenarioFile + ":", "'titel'",
                        other + ":1:");
    }

    @Test
    void findsTheScenarioThatLiesBesideAScheduleFile() {
        LocatedSchedule located = library.schedule(scheduleFile.toString());

        assertThat(located.scenario().name()).isEqualTo("mine");
        assertThat(located.design().name()).isEqualTo("original");
    }

    @Test
    void takesTheRecordedScheduleOfAScenario() {
        assertThat(library.schedule(scenarioFile.toString()))
                .extracting(LocatedSchedule::schedule)
                .isEqualTo(library.schedule(scheduleFile.toString()).schedule());
    }

    @Test
    void tellsThatAScenarioHasNoRecordedSchedule() {
        assertThatThrownBy(() -> library.schedule("rings/twice")).hasMessage("no design of"
                + " 'rings/twice' has a recorded schedule; explore it, or name a schedule file");
    }

    @Test
    void tellsThatNobodyKnowsTheScenarioOfASchedule() throws IOException {
        Files.delete(scenarioFile);

        assertThatThrownBy(() -> library.schedule(scheduleFile.toString())).hasMessage(
                scheduleFile + ":3:15: the catalogue has no scenario or folder 'mine'; there is"
                        + " rings, rings/lost, rings/twice");
    }

    @Test
    void findsNothingWrongWithWhatIsRight() {
        assertThat(library.validate(scenarioFile.toString())).isEmpty();
        assertThat(library.validate(scheduleFile.toString())).isEmpty();
    }

    @Test
    void validatesTheSchedulesOfAScenarioToo() throws IOException {
        Files.writeString(scheduleFile, Files.readString(scheduleFile)
                .replace("\"falling-asleep\": \"blindly\"", "\"falling-asleep\": \"deep\""));

        assertThat(library.validate(scenarioFile.toString())).extracting(Problem::toString)
                .containsExactly(scheduleFile + ":5:3: this schedule was recorded with"
                        + " falling-asleep=deep, but design 'original' has"
                        + " falling-asleep=blindly; record it again in this design");
        assertThat(library.validate(scheduleFile.toString())).hasSize(1);
    }

    @Test
    void tellsWhatIsWrongWithAScenarioTogetherWithItsSchedules() throws IOException {
        Files.writeString(scenarioFile, MINE.replace("title: Mine", "titel: Mine")
                + "  other: {switches: {falling-asleep: blndly}, expect: {broken: dedlock},"
                + " replay: other.json}\n");
        Files.writeString(scheduleFile, Files.readString(scheduleFile)
                .replace("\"seed\"", "\"sede\""));

        assertThat(library.validate(scenarioFile.toString())).extracting(Problem::toString)
                .containsExactly(
                        scenarioFile + ":1:1: key 'title' is missing; it is one line of at most"
                                + " 100 characters that says what happens",
                        scenarioFile + ":3:1: unknown key 'titel'; did you mean 'title'?",
                        scenarioFile + ":9:38: switch 'falling-asleep' has no value 'blndly';"
                                + " did you mean 'blindly'?",
                        scenarioFile + ":9:64: model 'doorbell' has no property 'dedlock';"
                                + " did you mean 'deadlock'?",
                        scenarioFile + ":9:82: there is no file 'other.json' beside this one; save"
                                + " a schedule there, as './exitrace explore --out' does, or"
                                + " remove 'replay'",
                        scheduleFile + ":1:1: key 'seed' is missing; record the schedule again",
                        scheduleFile + ":8:3: unknown key 'sede'; did you mean 'seed'?");
    }

    /** Who validates a file that somebody sent does not show others of his own with it. */
    @Test
    void opensNoFileOutsideTheFolderOfAScenario() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own")).resolve("mine.yaml");
        Path secret = Files.writeString(folder.resolve("secret.json"), "password");
        for (String outside : List.of("../secret.json", secret.toString(), "../none.json")) {
            Files.writeString(own, MINE.replace("mine.json", outside));

            assertThat(library.validate(own.toString())).extracting(Problem::toString)
                    .containsExactly(own + ":8:42: 'designs.original.replay' must be the name of a"
                            + " recorded schedule beside this file, ending in .json, not the text"
                            + " '" + outside + "'");
        }
    }

    @Test
    void tellsThatAScheduleClaimsWhatItsReplayDoesNotBreak() throws IOException {
        Files.writeString(scheduleFile, Files.readString(scheduleFile)
                .replace("\"breaks\": \"deadlock\"", "\"breaks\": \"rings-are-counted\""));
        String claim = scheduleFile + ":9:3: the schedule claims to break 'rings-are-counted', but"
                + " its replay breaks 'deadlock'; correct 'breaks'";

        assertThat(library.validate(scheduleFile.toString()))
                .extracting(Problem::toString).containsExactly(claim);
        assertThat(library.validate(scenarioFile.toString()))
                .extracting(Problem::toString).containsExactly(claim);
    }

    @Test
    void tellsWhereAScheduleCannotBeTaken() throws IOException {
        Files.writeString(scheduleFile, Files.readString(scheduleFile)
                .replaceFirst("\"ringer ring: strike\"", "\"ringer ring: shake\""));

        assertThat(library.validate(scheduleFile.toString())).extracting(Problem::sentence)
                .singleElement().asString().startsWith("the replay leaves the recorded run: step ")
                .endsWith("; record it again");
    }

    @Test
    void tellsThatAFileIsMissingOrAFolder() {
        assertThat(library.validate(folder.resolve("none.yaml").toString()))
                .extracting(Problem::sentence).containsExactly(
                        "there is no such file; check the name");
        assertThat(library.validate(folder.resolve("none.json").toString())).hasSize(1);
    }

    @Test
    void tellsHowAFileMustBeNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.txt"), MINE);

        assertThatThrownBy(() -> library.scenario(file.toString())).hasMessage(file + ": the name"
                + " of a scenario file ends in .yaml, that of a schedule in .json; rename it");
        assertThatThrownBy(() -> library.scenario("a\0.yaml"))
                .hasMessage("no file can have the name 'a\0.yaml': Nul character not allowed");
    }

    @Test
    void readsProfilesByNameAndFromFiles() throws IOException {
        Path file = folder.resolve("p.yaml");
        Files.writeString(file, "format: 1\nprofile: p\ntitle: P\nplatform: x\n"
                + "costs: {a: {constant: 1, assumed: x}}\n");

        assertThat(library.profile(file.toString()).name()).isEqualTo("p");
        assertThat(library.validate(file.toString())).isEmpty();
        assertThat(library.profile("amd-snp-genoa").assumedKeys()).contains("nmi.arrival");
    }
}

package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunAndReplayTest {

    private static final String STORY = "ap-boot/lost-wake-up";

    @TempDir private Path folder;

    @Test
    void tellsAVerdictForEachPropertyOfARunByChance() {
        Typed typed = Typed.words("run", STORY, "--design", "repaired", "--seed", "7");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("chosen        by chance: ", ", seed 7\n",
                "held          at rest: no AP stays parked", "[lost-wake-up]");
        assertThat(typed.lastLine()).startsWith("as expected: ");
    }

    @Test
    void repeatsARunOfTheSameSeed() {
        assertThat(Typed.words("run", STORY, "--seed", "-3"))
                .isEqualTo(Typed.words("run", STORY, "--seed", "-3"));
    }

    @Test
    void timesARunWithAProfile() {
        Typed typed = Typed.words("run", STORY, "--design", "repaired", "--timed", "--trace");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("chosen        timed: amd-snp-genoa, seed 0", " ns\n");
        assertThat(Typed.words("run", STORY, "--design", "repaired", "--profile", "amd-snp-genoa",
                "--trace")).isEqualTo(typed);
    }

    @Test
    void expectsNothingWhereASwitchWasChanged() {
        Typed typed = Typed.words("run", STORY, "--design", "repaired", "--set",
                "hold-preset=one");
        assertThat(typed.out()).contains("design        repaired*", "expects       -\n",
                "hold-preset=one");
    }

    @Test
    void isUndecidedAboutARunThatABoundEnded() {
        Typed typed = Typed.words("run", STORY, "--design", "repaired", "--steps", "5");
        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.out()).contains("undecided: the run was ended by the bound of 5 steps");
    }

    @Test
    void replaysTheRecordedScheduleOfAScenario() {
        Typed typed = Typed.words("replay", STORY);
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains(" step  bsp ap1  what\n", " !!!!         BROKEN  ",
                "BROKEN at ", "as expected: ");
        assertThat(typed.lastLine()).startsWith("./exitrace replay xt1.ap-boot/lost-wake-up.")
                .hasSizeLessThanOrEqualTo("./exitrace replay ".length() + 200);
    }

    @Test
    void replaysItsOwnLastLine() {
        Typed first = Typed.words("replay", STORY);
        Typed again = Typed.line(first.lastLine());
        assertThat(again).isEqualTo(first);
    }

    @Test
    void replaysASavedTimedRunWithItsTimes() {
        Path saved = folder.resolve("run.json");
        Typed run = Typed.words("run", STORY, "--timed", "--seed", "5", "--trace", "--out",
                saved.toString());
        Typed replay = Typed.words("replay", saved.toString());
        assertThat(replay.out()).contains("profile       amd-snp-genoa\n", "seed          5\n");
        assertThat(hash(replay)).isEqualTo(hash(run));
    }

    @Test
    void findsTheScenarioOfAScheduleBesideIt() {
        Path own = OwnScenario.in(folder);
        Path saved = folder.resolve("run.json");
        Typed.words("run", own.toString(), "--out", saved.toString());
        Typed replay = Typed.words("replay", saved.toString());
        assertThat(replay.out()).startsWith("scenario      own/lost-wake-up\n");
    }

    @Test
    void namesTheFileInTheLineThatRepeatsAFailureOfOnesOwnScenario() {
        Path own = OwnScenario.in(folder);
        Typed found = Typed.words("explore", own.toString());
        assertThat(found.lastLine()).endsWith(" --scenario " + own);
        assertThat(Typed.line(found.lastLine()).out()).contains("BROKEN at ");
    }

    @Test
    void refusesAScheduleOfAnotherDesign() throws IOException {
        Path saved = folder.resolve("run.json");
        Typed.words("run", STORY, "--out", saved.toString());
        Files.writeString(saved, Files.readString(saved)
                .replace("\"sipi-hook\": \"hold-type\"", "\"sipi-hok\": \"hold-type\""));
        Typed replay = Typed.words("replay", saved.toString());
        assertThat(replay.status()).isEqualTo(2);
        assertThat(replay.err()).contains(saved + ":5:", "did you mean 'sipi-hook'?");
    }

    /** With two APs its steps can be taken, too; they would prove nothing of the recorded run. */
    @Test
    void refusesAScheduleOfAnotherMachineBeforeItIsReplayed() throws IOException {
        Path saved = folder.resolve("run.json");
        Typed.words("run", STORY, "--out", saved.toString());
        Files.writeString(saved, Files.readString(saved)
                .replace("\"aps\": \"1\"", "\"aps\": \"2\""));
        for (String verb : List.of("replay", "shrink", "report", "validate")) {
            Typed typed = Typed.words(verb, saved.toString());
            assertThat(typed.status()).isEqualTo(2);
            assertThat(typed.out()).doesNotContain("step");
            assertThat(typed.err()).contains(saved + ":6:3: this schedule belongs to another"
                    + " scenario, machine or design than it names here").hasLineCount(1);
        }
    }

    @Test
    void refusesAScheduleWhoseSwitchWasEditedAlsoWhereItBeginsInTheSameState() throws IOException {
        Path saved = folder.resolve("run.json");
        Typed.words("explore", STORY, "--out", saved.toString());
        Files.writeString(saved, Files.readString(saved)
                .replace("\"ghcb-unmap\": \"before-exit-test\"", "\"ghcb-unmap\": \"at-vmrun\""));
        for (String verb : List.of("replay", "shrink", "report", "validate")) {
            Typed typed = Typed.words(verb, saved.toString());
            assertThat(typed.status()).isEqualTo(2);
            assertThat(typed.err()).contains(saved + ":6:3: this schedule belongs to another"
                    + " scenario, machine or design than it names here, for").hasLineCount(1);
        }
    }

    @Test
    void tellsWhereAReplayLeavesTheRecordedRun() throws IOException {
        Path saved = folder.resolve("run.json");
        Typed.words("run", STORY, "--design", "repaired", "--out", saved.toString());
        List<String> lines = new ArrayList<>(Files.readAllLines(saved));
        int first = lines.indexOf("  \"steps\": [") + 1;
        Collections.swap(lines, first, first + 1);
        Files.write(saved, lines);
        Typed replay = Typed.words("replay", saved.toString());
        assertThat(replay.status()).isEqualTo(1);
        assertThat(replay.out().replaceAll("\\s+", " ")).contains(
                "NOT as expected: the replay left the recorded run: step 1, ", "cannot be taken;"
                + " behind step 1 cell '", "' was recorded as ");
        for (String verb : List.of("shrink", "report")) {
            Typed typed = Typed.words(verb, saved.toString());
            assertThat(typed.status()).isEqualTo(2);
            assertThat(typed.err()).contains("this schedule cannot be replayed to its end: step 1,"
                    + " ", "cannot be taken", "; record it again").doesNotContain("no property");
        }
    }

    @Test
    void failsWhereAScheduleDoesNotBreakWhatItClaims() throws IOException {
        Path saved = folder.resolve("run.json");
        Typed.words("run", STORY, "--design", "repaired", "--out", saved.toString());
        Files.writeString(saved, Files.readString(saved)
                .replace("\"breaks\": \"\"", "\"breaks\": \"L7\""));
        Typed replay = Typed.words("replay", saved.toString());
        assertThat(replay.status()).isEqualTo(1);
        assertThat(replay.out()).contains("NOT as expected: the schedule claims to break 'L7', but"
                + " its replay breaks nothing\n");
        Typed validated = Typed.words("validate", saved.toString());
        assertThat(validated.status()).isEqualTo(2);
        assertThat(validated.err()).isEqualTo(saved + ":9:3: the schedule claims to break 'L7', but"
                + " its replay breaks nothing; correct 'breaks'\n");
    }

    @Test
    void namesFileAndLineOfAProfileThatLacksCosts() throws IOException {
        Path profile = Files.writeString(folder.resolve("p.yaml"), """
                format: 1
                profile: mine
                title: Mine
                platform: mine
                costs:
                  kvm.access: {constant: 1, assumed: x}
                """);
        for (String verb : List.of("run", "time")) {
            Typed typed = Typed.words(verb, STORY, "--profile", profile.toString());
            assertThat(typed.status()).isEqualTo(2);
            assertThat(typed.err().lines()).hasSizeGreaterThan(1).allSatisfy(line ->
                    assertThat(line).startsWith("exitrace: " + profile + ":5:1: cost '")
                            .endsWith("; add it with its source, or as assumed"));
        }
    }

    @Test
    void leavesAnExistingFileAloneWhereTheAnswerCannotBeSaved() throws IOException {
        Path kept = Files.createDirectory(folder.resolve("run.json"));
        Typed typed = Typed.words("run", STORY, "--out", kept.toString());
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("this is a folder");
        assertThat(kept).isEmptyDirectory();
    }

    private static String hash(Typed typed) {
        return typed.lines().stream().filter(line -> line.startsWith("trace  ")).findFirst()
                .orElseThrow();
    }

    /** Nobody gave a bound. */
    @Test
    void saysOfARecordedRunThatItsScheduleEnded() {
        assertThat(Typed.words("replay", "ap-boot/first-patch").out())
                .contains("the schedule ended").doesNotContain("bound");
    }
}

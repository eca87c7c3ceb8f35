package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The verbs that look for failures: explore, fuzz, shrink, time, verify, report. */
class SearchVerbsTest {

    private static final String STORY = "ap-boot/lost-wake-up";

    @TempDir private Path folder;

    @Test
    void findsTheLostWakeUpUnaided() {
        Typed typed = Typed.words("explore", STORY);
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("exhaustive: every reachable state was seen",
                "collision     the probability", "BROKEN at ", " !!!!         BROKEN  ");
        assertThat(typed.lastLine()).startsWith("./exitrace replay xt1.");
    }

    @Test
    void provesTheRepairedDesign() {
        Typed typed = Typed.words("explore", STORY, "--design", "repaired");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("\nas expected: no property broke; exhaustive");
        assertThat(typed.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(
                100));
    }

    @Test
    void looksForSchedulesWithoutEndWhereAsked() {
        Typed typed = Typed.words("explore", STORY, "--design", "repaired", "--livelock");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("held          eventually: the machine comes to rest");
        Typed resending = Typed.words("explore", STORY, "--design", "repaired",
                "--set", "bsp-wait=resends", "--livelock", "--continue");
        assertThat(resending.status()).isEqualTo(1);
        assertThat(resending.out()).contains("BROKEN", "comes to rest [livelock]");
    }

    @Test
    void triesAHostileHostOneMisbehaviourAfterTheOther() {
        Typed typed = Typed.words(
                "explore", "ghcb/double-fetch", "--design", "p-7-3", "--adversary", "1");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("\nbudget 0      breaks nothing; exhaustive",
                "\nbudget 1      breaks nothing; exhaustive", "adversary=1");
    }

    @Test
    void stopsAtTheCheapestAttack() {
        Typed typed = Typed.words("explore", "ghcb/double-fetch", "--adversary", "3");
        assertThat(typed.out()).contains("\nbudget 0      breaks S-3, no-recursion; exhaustive")
                .doesNotContain("budget 1");
    }

    @Test
    void judgesWhatADesignExpectsAtItsOwnBudgetAlone() {
        Typed own = Typed.words("explore", "ghcb/jump-table-lie", "--adversary", "2");
        assertThat(own.status()).isZero();
        assertThat(own.out()).contains("adversary=1\n", "\nas expected: 'S-19'");
        Typed other = Typed.words("explore", "ghcb/vmsa-page-written", "--adversary", "2");
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.out()).contains("adversary=1\n",
                "NOT as expected: 'vmexit-invalid' broke");
        assertThat(Typed.words("explore", "--help").out().replaceAll("\\s+", " ")).contains(
                "At the budget that the design itself has, what it expects is judged;"
                        + " at any other no property may break.");
    }

    @Test
    void saysOfAMachineThatItHasNoHostileHost() {
        Typed typed = Typed.words("explore", STORY, "--adversary", "1");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("machines of kind 'ap-boot' have no hostile host");
        Typed tooMany = Typed.words("explore", "ghcb/double-fetch", "--adversary", "9");
        assertThat(tooMany.status()).isEqualTo(2);
        assertThat(tooMany.err()).contains("'--adversary' is at most 8, not 9");
    }

    @Test
    void failsWhereADesignOfWhichNothingIsExpectedBreaks() {
        Typed typed = Typed.words(
                "explore", STORY, "--design", "repaired", "--set", "sipi-hook=hold-type");
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.out()).contains("NOT as expected: ");
        assertThat(typed.lastLine()).startsWith("./exitrace replay xt1.");
    }

    @Test
    void isUndecidedWhereABoundStopsIt() {
        Typed typed = Typed.words("explore", STORY, "--design", "repaired", "--states", "100");
        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.out()).contains("NOT exhaustive: stopped by the bound on states",
                "at most 100 states", "undecided: ");
        assertThat(Typed.words("explore", STORY, "--design", "repaired", "--memory", "1k")
                .status()).isEqualTo(3);
    }

    @Test
    void searchesTheSameInAnotherOrderWithWiderFingerprints() {
        int states = Typed.words("explore", STORY, "--json").json().path("states").asInt();
        Typed typed = Typed.words("explore", STORY, "--order", "depth-first", "--fingerprint",
                "128", "--continue", "--json");
        assertThat(typed.json().path("states").asInt()).isEqualTo(states).isGreaterThan(1000);
        assertThat(typed.json().path("fingerprintBits").asInt()).isEqualTo(128);
    }

    @Test
    void savesTheShortestScheduleAndAPage() throws IOException {
        Path schedule = folder.resolve("short.json");
        Path page = folder.resolve("search.html");
        Typed typed = Typed.words("explore", STORY, "--out", schedule.toString(), "--html",
                page.toString());
        Typed replay = Typed.words("replay", schedule.toString());
        assertThat(replay.lastLine()).isEqualTo(typed.lastLine());
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>")
                .contains("./exitrace replay xt1.").doesNotContain("src=", "href=\"http");
    }

    @Test
    void fuzzesUntilSomethingBreaksAndMakesItShort() {
        Path schedule = folder.resolve("found.json");
        Typed typed = Typed.words("fuzz", STORY, "--runs", "1000", "--no-shrink", "--out",
                schedule.toString());
        assertThat(typed.status()).isZero();
        Typed shrunk = Typed.words("shrink", schedule.toString());
        assertThat(shrunk.status()).isZero();
        assertThat(shrunk.out()).contains("no single step can be left out");
        assertThat(Typed.words("fuzz", STORY, "--runs", "1000").lastLine())
                .isEqualTo(shrunk.lastLine());
    }

    /** A larger machine may break more; what the small one breaks is what the line repeats. */
    @Test
    void judgesWhatIsLeftAndNotWhatWasGiven() {
        Path schedule = folder.resolve("two.json");
        Typed.words("explore", STORY, "--machine", "aps=2", "--out", schedule.toString());
        Typed shrunk = Typed.words("shrink", schedule.toString());
        assertThat(shrunk.status()).isEqualTo(Typed.line(shrunk.lastLine()).status());
        assertThat(shrunk.out()).doesNotContain("NOT as expected");
    }

    @Test
    void goesOnBehindFailuresWhenTold() {
        Typed typed = Typed.words(
                "fuzz", STORY, "--runs", "300", "--keep-going", "--no-shrink", "--json");
        assertThat(typed.json().path("runs").asInt()).isEqualTo(300);
        assertThat(typed.json().path("failed").asInt()).isGreaterThan(1);
        assertThat(typed.json().path("shrunk").isNull()).isTrue();
    }

    @Test
    void isUndecidedWhereChanceDidNotFindWhatIsExpected() {
        Typed typed = Typed.words("fuzz", STORY, "--runs", "1", "--seed", "0");
        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.out()).contains("'L7' is expected to break, and held in 1 run, which is no"
                + " verdict; for one:");
        assertThat(typed.lines()).contains("./exitrace explore ap-boot/lost-wake-up");
    }

    /** One rule for the verbs that make runs. */
    @ParameterizedTest
    @ValueSource(strings = {"run --seed 0", "run --timed", "fuzz --runs 1", "time --runs 3"})
    void hasNoVerdictWhereWhatIsExpectedToBreakDidNot(String words) {
        String[] verb = words.split(" ", 2);
        Typed typed = Typed.line("./exitrace " + verb[0] + " " + STORY + " " + verb[1]);
        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.out()).contains("undecided: 'L7' is expected to break, and held in ",
                "\n./exitrace explore ap-boot/lost-wake-up\n");
        assertThat(Typed.words(verb[0], "--help").out().replaceAll("\\s+", " "))
                .contains(SampleJudge.RULE);
    }

    @Test
    void refusesAPlaceThatCannotBeWrittenBeforeTheWork() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "kept");
        String page = file.resolve("page.html").toString();
        String schedule = file.resolve("s.json").toString();
        for (String words : List.of("report " + STORY + " --out " + page,
                "explore " + STORY + " --html " + page, "time " + STORY + " --html " + page,
                "explore " + STORY + " --out " + schedule, "fuzz " + STORY + " --out " + schedule,
                "run " + STORY + " --out " + schedule)) {
            Typed typed = Typed.line("./exitrace " + words);
            assertThat(typed.status()).as(words).isEqualTo(2);
            assertThat(typed.out()).as(words).isEmpty();
            assertThat(typed.err()).as(words).contains(": this file cannot be written: ");
        }
        assertThat(file).hasContent("kept");
    }

    @Test
    void savesNoPageInPlaceOfAFileOfAnotherKind() throws IOException {
        Path victim = Files.writeString(folder.resolve("good.yaml"), "kept");
        for (String words : List.of("report " + STORY + " --out ", "explore " + STORY + " --html ",
                "time " + STORY + " --out ")) {
            Typed typed = Typed.line(words + victim);
            assertThat(typed.status()).as(words).isEqualTo(2);
            assertThat(typed.out()).as(words).isEmpty();
            assertThat(typed.err()).as(words).contains("file whose name ends in", ".html",
                    ", not '" + victim + "'");
        }
        assertThat(victim).hasContent("kept");
    }

    @Test
    void repeatsEachPropertyThatFuzzingNames() {
        String[] words = {"fuzz", STORY, "--set", "sipi-hook=register-writes", "--runs", "300",
            "--keep-going"};
        Set<String> repeated = new LinkedHashSet<>();
        Typed.words(words).lines().stream().filter(line -> line.startsWith("./exitrace replay "))
                .forEach(line -> repeated.addAll(broken(Typed.line(line + " --json").json())));
        Typed typed = Typed.words(Stream.concat(Stream.of(words), Stream.of("--json"))
                .toArray(String[]::new));
        assertThat(typed.status()).isEqualTo(1);
        Set<String> named = new LinkedHashSet<>();
        typed.json().path("failures").forEach(failure -> failure.path("broken")
                .forEach(id -> named.add(id.asString())));
        assertThat(named).hasSizeGreaterThan(1);
        assertThat(repeated).containsAll(named);
        assertThat(broken(Typed.line(typed.json().path("repeat").asString() + " --json").json()))
                .containsExactlyInAnyOrderElementsOf(ids(typed.json().path("repeats")));
    }

    private static List<String> broken(JsonNode replay) {
        List<String> broken = new ArrayList<>();
        replay.path("properties").forEach(property -> {
            if (property.path("brokenAt").asInt() >= 0) {
                broken.add(property.path("id").asString());
            }
        });
        return broken;
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.forEach(id -> ids.add(id.asString()));
        return ids;
    }

    @Test
    void holdsInAllRunsOfTheRepairedDesign() {
        Typed typed = Typed.words("fuzz", STORY, "--design", "repaired", "--runs", "200");
        assertThat(typed.status()).isZero();
        assertThat(typed.lastLine()).isEqualTo("as expected: no property broke in 200 runs");
    }

    @Test
    void hasNothingToShrinkInAScheduleThatBreaksNothing() {
        Path schedule = folder.resolve("clean.json");
        Typed.words("run", STORY, "--design", "repaired", "--out", schedule.toString());
        Typed typed = Typed.words("shrink", schedule.toString());
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("breaks no property");
    }

    @Test
    void tellsDistributionsAndProbabilities() {
        Path page = folder.resolve("times.html");
        Typed typed = Typed.words("time", "ap-boot/kexec", "--runs", "50", "--profile",
                "amd-snp-genoa", "--html", page.toString());
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("end of the run, ns\n", "p50 ", "p99 ", "95 % from",
                "S-17 ", "nobody measured these");
        assertThat(typed.lastLine()).startsWith("./exitrace run ap-boot/kexec --profile ");
        assertThat(Typed.line(typed.lastLine()).out()).contains("BROKEN at ");
        assertThat(page).content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void tellsTheSameTimesInAnyNumberOfThreads() {
        String line = "time ap-boot/kexec --runs 200 --profile amd-snp-genoa --json --threads ";
        assertThat(Typed.line(line + 3).out()).isEqualTo(Typed.line(line + 1).out())
                .contains("end of the run");
    }

    @Test
    void verifiesAFolderAndEndsInTheCount() {
        Typed typed = Typed.words("verify", STORY, "conformance");
        assertThat(typed.status()).isZero();
        assertThat(typed.lastLine()).matches("\\d+ passed, 0 failed");
        assertThat(typed.out()).startsWith("passed     ap-boot/lost-wake-up original, expected");
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void countsWhatFailedAndWhatHasNoVerdict() {
        Path wrong = OwnScenario.in(folder, "wrong.yaml", OwnScenario.LOST_WAKE_UP
                .replace("{broken: [L7, lost-wake-up, S-13, X-3, deadlock]}", "verified"));
        Typed typed = Typed.words("verify", wrong.toString(), "--states", "1500");
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.out()).contains("FAILED     own/lost-wake-up original",
                "./exitrace verify " + wrong + " --design original --states 1500\n");
        assertThat(typed.lastLine()).isEqualTo("1 passed, 1 failed");
        Typed again = Typed.words("verify", wrong.toString(), "--design", "original", "--states",
                "1500");
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.lastLine()).isEqualTo("0 passed, 1 failed");
        Typed bounded = Typed.words("verify", wrong.toString(), "--states", "40");
        assertThat(bounded.status()).isEqualTo(3);
        assertThat(bounded.out()).endsWith("2 without a verdict\n0 passed, 0 failed\n");
    }

    @Test
    void verifiesOneDesignOfOneScenario() {
        Typed typed = Typed.words("verify", STORY, "--design", "repaired");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).startsWith("passed     ap-boot/lost-wake-up repaired, expected")
                .endsWith("\n1 passed, 0 failed\n");
        assertThat(Typed.words("verify", STORY, "--design", "repaird").err())
                .contains("did you mean 'repaired'?");
        for (String several : List.of("ap-boot", "conformance/psp")) {
            Typed refused = Typed.words("verify", several, "--design", "repaired");
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).isEqualTo("exitrace: '--design' belongs to one scenario;"
                    + " name that one and no other\n");
        }
    }

    @Test
    void verifiesAllFilesInAFolderOfOnesOwn() {
        OwnScenario.in(folder);
        OwnScenario.in(folder, "second.yaml",
                OwnScenario.LOST_WAKE_UP.replace("own/lost", "own/second-lost"));
        Typed typed = Typed.words("verify", folder.toString());
        assertThat(typed.status()).isZero();
        assertThat(typed.lastLine()).isEqualTo("4 passed, 0 failed");
    }

    @Test
    void savesAPageOfARecordedSchedule() {
        Path page = folder.resolve("page.html");
        Typed typed = Typed.words("report", STORY, "--out", page.toString());
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).isEqualTo("saved " + page + "\n");
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("AP_RESET_HOLD");
    }

    /** Designs and forms of a hold share names of steps. */
    @ParameterizedTest
    @ValueSource(strings = {"explore", "fuzz"})
    void namesOnceWhatNobodyDid(String verb) {
        JsonNode document = Typed.words(verb, "ap-boot/lost-wake-up", "--json").json();
        List<String> never = new ArrayList<>();
        document.path("neverFired").forEach(name -> never.add(name.asString()));
        assertThat(never).isNotEmpty().doesNotHaveDuplicates()
                .doesNotContain("ap1 AP reset hold: VMGEXIT AP_RESET_HOLD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explore", "run", "fuzz", "verify"})
    void tellsTheCallOfAScriptThatWasAnsweredWrongly(String verb) {
        Path file = OwnScenario.in(folder, "talk.yaml", OwnScenario.WRONG_ANSWER);
        assertWrongCall(Typed.words(verb, file.toString(), "--json"));
    }

    @Test
    void namesTheArgumentThatACallLacks() {
        Path file = OwnScenario.in(folder, "talk.yaml",
                OwnScenario.WRONG_ANSWER.replace(" state: HALTED,", ""));
        assertThat(Typed.words("validate", file.toString()).err())
                .contains(" lacks argument 'state'; it is ").doesNotContain("is missing");
    }

    @Test
    void replaysAndShrinksAWrongAnswerWithItsCall() {
        Path file = OwnScenario.in(folder, "talk.yaml", OwnScenario.WRONG_ANSWER);
        String schedule = folder.resolve("talk.json").toString();
        Typed.words("explore", file.toString(), "--out", schedule);
        assertWrongCall(Typed.words("replay", schedule, "--json"));
        assertWrongCall(Typed.words("shrink", schedule, "--json"));
    }

    private static void assertWrongCall(Typed typed) {
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.out()).contains("ap1-vmm call 1 (line 9): KVM_SET_MP_STATE(state=HALTED)"
                + " must give OK and gave EINVAL");
    }
}

package org.exitrace.scenarios.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.scenarios.doorbell.TextFolder;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.schedule.Recordings;
import org.exitrace.scenarios.schedule.ScheduleWriter;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private static final String EXPLORED = "{broken: deadlock}, explore: true}";
    private static final String RECORDED = "{broken: deadlock}, replay: lost.json}";
    private static final List<String> LOST_RING = List.of(
            "sleeper0 sleep: look", "ringer ring: strike", "ringer ring: shake",
            "sleeper0 sleep: lie down", "sleeper1 sleep: look");

    @Test
    void passesWhatShowsWhatItSays() {
        assertThat(rows(Doorbells.scenario()))
                .extracting(VerificationRow::design, VerificationRow::verdict)
                .containsExactly(row("original", Verdict.PASSED), row("repaired", Verdict.PASSED));
    }

    @Test
    void failsADesignThatIsVerifiedAgainstItsExpectation() {
        VerificationRow row = rows(Doorbells.with(
                "{switches: {falling-asleep: looking-again}, expect: verified",
                "{switches: {falling-asleep: looking-again}, expect: {broken: deadlock}")).get(1);

        assertThat(row.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(row.why()).startsWith(
                "explore: 'deadlock' was expected to break, and holds; exhaustive");
    }

    @Test
    void judgesSeededRunsAgainstTheExpectation() {
        String asked = "runs: {seed: 7, count: 200}";

        assertThat(rows(Doorbells.with("deadlock}, explore: true", "deadlock}, " + asked)).get(0))
                .matches(row -> row.verdict() == Verdict.PASSED)
                .matches(row -> row.why().startsWith(
                        "runs: 'deadlock' broke in the run with seed "));
        assertThat(rows(Doorbells.with("verified, explore: true", "verified, " + asked)).get(1))
                .matches(row -> row.verdict() == Verdict.PASSED)
                .matches(row -> row.why().equals(
                        "runs: no property broke in 200 drawn runs from seed 7"));
        assertThat(rows(Doorbells.with("verified, explore: true",
                "{broken: deadlock}, " + asked)).get(1))
                .matches(row -> row.verdict() == Verdict.FAILED)
                .matches(row -> row.why().startsWith("runs: 'deadlock' was expected to break, and"
                        + " held in 200 drawn runs from seed 7; make more"));
        assertThat(rows(Doorbells.with("{broken: deadlock}, explore: true",
                "verified, " + asked)).get(0))
                .matches(row -> row.verdict() == Verdict.FAILED)
                .matches(row -> row.why().equals(
                        "runs: 'deadlock' broke, which was not expected"));
    }

    @Test
    void doesNotDecideWhatRunsOfTooFewStepsLeaveOpen() {
        VerificationRow row = rows(Doorbells.with(
                "verified, explore: true", "verified, runs: {seed: 7, count: 5, steps: 2}")).get(1);

        assertThat(row.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(row.why()).isEqualTo(
                "runs: not all of 5 drawn runs from seed 7 came to their end");
    }

    @Test
    void failsADesignThatBreaksAgainstItsExpectation() {
        VerificationRow row = rows(Doorbells.with("{broken: deadlock}", "verified")).get(0);

        assertThat(row.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(row.why()).isEqualTo(
                "explore: 'deadlock' broke, which was not expected");
    }

    @Test
    void failsADesignThatBreaksSomethingElseAsWell() {
        VerificationRow row = rows(Doorbells.with(
                "{broken: deadlock}", "{broken: rings-are-counted}")).get(0);

        assertThat(row.why()).isEqualTo(
                "explore: 'deadlock' broke, which was not expected");
    }

    @Test
    void namesTheCallThatGaveAWrongResult() {
        VerificationRow row = rows(Doorbells.with("reach: [everyone-woke]",
                "programs: {ringer: [{op: ring}, {op: count, expect: {bell: SILENT}}]}")).get(1);

        assertThat(row.why()).isEqualTo("explore: 'script-ringer' broke, which was not expected:"
                + " ringer call 2 (line 7): count() must give bell SILENT and gave bell RUNG");
    }

    @Test
    void namesTheCallThatGaveAWrongResultInASeededRun() {
        VerificationRow row = rows(Doorbells.with("""
                reach: [everyone-woke]
                designs:
                  original: {expect: {broken: deadlock}, explore: true}""", """
                programs: {ringer: [{op: ring}, {op: count, expect: {bell: SILENT}}]}
                designs:
                  original: {expect: {broken: deadlock}, runs: {count: 9}}""")).get(0);

        assertThat(row.why()).startsWith("runs: 'script-ringer' broke, which was not expected: ")
                .endsWith("count() must give bell SILENT and gave bell RUNG");
    }

    @Test
    void failsAConversationThatHangsAndNamesTheCallThatNeverReturns() {
        VerificationRow row = rows(Doorbells.with("reach: [everyone-woke]",
                "programs: {ringer: [{op: ring}, {op: hush, expect: 0}, {op: ring}]}")).get(1);

        assertThat(row.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(row.why()).isEqualTo("explore: 'script-ringer-returns', 'script-ringer-through'"
                + " broke, which was not expected:"
                + " ringer call 2 (line 7): hush() must give 0 and never returns");
    }

    @Test
    void passesAConversationThatHangsBehindItsLastExpectedResult() {
        VerificationRow row = rows(Doorbells.with("reach: [everyone-woke]",
                "programs: {ringer: [{op: ring, expect: 0}, {op: hush}]}")).get(1);

        assertThat(row.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void doesNotDecideWhatABoundStopped() {
        VerificationRow row = rows(Doorbells.with(
                "verified, explore: true", "verified, explore: {states: 3}")).get(1);

        assertThat(row.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(row.why()).startsWith("explore: 'everyone-woke', 'rings-are-counted',"
                + " 'deadlock' are undecided; stopped by the bound on states")
                .endsWith("; raise the bound, or take a smaller machine");
    }

    @Test
    void doesNotDecideWhereNothingIsTried() {
        Scenario untried = Doorbells.with("{expect: " + EXPLORED, "{title: Nothing.}");
        VerificationRow row = rows(untried).get(0);

        assertThat(row.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void replaysTheRecordedSchedule() {
        assertThat(replayed(text(Doorbells.scenario(), LOST_RING)))
                .isEqualTo(Judgement.passed("'deadlock' broke in 5 steps"));
    }

    @Test
    void failsARecordedScheduleThatBreaksNothing() {
        assertThat(replayed(text(Doorbells.scenario(), LOST_RING.subList(0, 3)))).isEqualTo(
                Judgement.failed("'deadlock' was expected to break, and held on this schedule"));
    }

    @Test
    void failsARecordedScheduleThatClaimsToBreakWhatItDoesNot() {
        String claim = text(Doorbells.scenario(), LOST_RING)
                .replace("\"breaks\": \"deadlock\"", "\"breaks\": \"rings-are-counted\"");

        assertThat(replayed(claim)).isEqualTo(Judgement.failed("the schedule claims to break"
                + " 'rings-are-counted', but its replay breaks 'deadlock'"));
    }

    @Test
    void failsARecordedScheduleThatCannotBeTaken() {
        String swapped = text(Doorbells.scenario(), LOST_RING)
                .replace("\"ringer ring: strike\"", "\"ringer ring: shake\"");

        assertThat(replayed(swapped)).isEqualTo(Judgement.failed("step 2, 'ringer ring: shake',"
                + " cannot be taken; behind step 2 cell 'bell.rung' was recorded as 1, and"
                + " here it is 0; what can is: sleeper0 sleep: lie down; sleeper1 sleep: look;"
                + " ringer ring: strike"));
    }

    @Test
    void failsARecordedScheduleThatIsMissing() {
        assertThat(rows(Doorbells.with(EXPLORED, RECORDED)).get(0).why())
                .isEqualTo("replay: lost.json: there is no such file; check the name");
    }

    @Test
    void tellsOfEachDesign() {
        List<String> told = new ArrayList<>();

        new Verification().tell(new VerificationListener() {
            @Override
            public void begins(Scenario scenario, ScenarioDesign design) {
                told.add("begins " + design.name());
            }

            @Override
            public void ended(VerificationRow row) {
                told.add("ended " + row.design());
            }
        }).verify(Doorbells.scenario());

        assertThat(told).containsExactly(
                "begins original", "ended original", "begins repaired", "ended repaired");
    }

    @Test
    void triesNothingMoreOnceInterrupted() {
        assertThat(new Verification().until(() -> true).verify(Doorbells.scenario())).isEmpty();
    }

    @Test
    void knowsWhatNoDesignTries() {
        Vacuity vacuity = new Vacuity();
        Scenario scenario = Doorbells.scenario();
        VerificationRow row = new Verification().verify(scenario, scenario.usualDesign());

        vacuity.see(scenario, scenario.usualDesign(), row.exploration().orElseThrow());

        assertThat(vacuity.stepsThatNeverFired()).isEmpty();
        assertThat(vacuity.valuesThatNobodyChose())
                .containsExactly("doorbell falling-asleep=looking-again");
        assertThat(vacuity.propertiesThatNeverBroke())
                .containsExactly("doorbell rings-are-counted");
    }

    private static List<VerificationRow> rows(Scenario scenario) {
        return new Verification().verify(scenario);
    }

    private static Judgement replayed(String schedule) {
        return rows(Doorbells.with(EXPLORED, RECORDED, new TextFolder()
                .with("lost.json", schedule))).get(0).replayed().orElseThrow();
    }

    private static String text(Scenario scenario, List<String> steps) {
        Schedule schedule = Recordings.ofSteps(scenario, scenario.usualDesign(), steps);
        return ScheduleWriter.render(schedule);
    }

    private static Tuple row(String design, Verdict verdict) {
        return tuple(design, verdict);
    }
}

package org.exitrace.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.exitrace.scenarios.file.ScenarioTexts.GOOD;
import static org.exitrace.scenarios.file.ScenarioTexts.problems;
import static org.exitrace.scenarios.file.ScenarioTexts.read;

import org.exitrace.engine.explore.SearchOrder;
import org.exitrace.engine.script.Call;
import org.junit.jupiter.api.Test;

class ScenarioReaderTest {

    @Test
    void readsAllThatAFileSays() {
        Scenario scenario = read(GOOD);

        assertThat(scenario.name()).isEqualTo("doorbell/lost-ring");
        assertThat(scenario.about())
                .isEqualTo("A sleeper looks, and lies down behind the ring.");
        assertThat(scenario.profile()).isEqualTo("amd-snp-genoa");
        assertThat(scenario.reach()).containsExactly("everyone-woke");
        assertThat(scenario.designNames()).containsExactly("original", "repaired");
        ScenarioDesign original = scenario.usualDesign();
        assertThat(original.title()).isEqualTo("Lies down blindly.");
        assertThat(original.expectation()).hasToString("broken: deadlock");
        assertThat(original.recorded()).isEqualTo("lost-ring.json");
        assertThat(original.exploration()).contains(
                new ExplorationPlan(SearchOrder.DEPTH_FIRST, 5000, 40));
        assertThat(original.machine().number("sleepers")).isEqualTo(2);
    }

    @Test
    void readsTheSwitchesTheMachineAndTheExpectationOfEachDesign() {
        ScenarioDesign repaired = read(GOOD).design("repaired").orElseThrow();

        assertThat(repaired.switches()).hasToString("falling-asleep=looking-again");
        assertThat(repaired.machine().number("sleepers")).isEqualTo(1);
        assertThat(repaired.machine().word("bell")).isEqualTo("brass");
        assertThat(repaired.expectation()).isEqualTo(Expectation.VERIFIED);
        assertThat(repaired.exploration()).contains(ExplorationPlan.USUAL);
        assertThat(repaired.isRecorded()).isFalse();
    }

    @Test
    void readsHowManySeededRunsADesignAsksForAndHowLongEachMayBe() {
        assertThat(plan("runs: {strategy: timed, seed: 7, count: 3, steps: 20}"))
                .isEqualTo(new RunsPlan(RunsPlan.Strategy.TIMED, 7, 3, 20));
        assertThat(plan("runs: {strategy: drawn}")).isEqualTo(new RunsPlan(
                RunsPlan.Strategy.DRAWN, RunsPlan.USUAL_SEED, RunsPlan.USUAL_COUNT, 10_000));
        assertThat(plan("runs: {strategy: timed, count: 3}").steps()).isEqualTo(1_000_000);
        assertThat(read(GOOD).design("repaired").orElseThrow().runs()).isEmpty();
    }

    @Test
    void readsScriptsWithTheLineOfEachCall() {
        assertThat(read(GOOD).usualDesign().machine().scripts().get(0).script().calls())
                .extracting(Call::toString, Call::line, call -> String.join("|", call.expected()))
                .containsExactly(
                        tuple("count()", 11, "bell SILENT"),
                        tuple("ring(times=2)", 12, "0"),
                        tuple("count()", 13, "bell RUNG|EIO"));
    }

    @Test
    void buildsTheModelOfADesign() {
        Scenario scenario = read(GOOD);

        assertThat(scenario.build(scenario.usualDesign()).actors()).extracting(Object::toString)
                .containsExactly("ringer", "sleeper0", "sleeper1");
    }

    @Test
    void expectsNothingOfADesignThatWasChanged() {
        ScenarioDesign changed = read(GOOD).usualDesign().with("falling-asleep", "looking-again");

        assertThat(changed.expectation()).isEqualTo(Expectation.NONE);
        assertThat(changed.isRecorded()).isFalse();
        assertThat(changed.switches()).hasToString("falling-asleep=looking-again");
    }

    @Test
    void keepsTheExpectationOfADesignToWhichNothingWasChanged() {
        ScenarioDesign original = read(GOOD).usualDesign();

        assertThat(original.with("falling-asleep", "blindly")).isSameAs(original);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceInTheOrderOfTheFile() {
        assertThat(problems(GOOD
                .replace("title: A ring", "titel: A ring")
                .replace("op: ring", "op: rign")
                .replace("expect: verified", "expect: verifed")
                .replace("sleepers: 1", "sleepers: 9"))).containsExactly(
                "s.yaml:1:1: key 'title' is missing; it is one line of at most 100 characters"
                        + " that says what happens",
                "s.yaml:3:1: unknown key 'titel'; did you mean 'title'?",
                "s.yaml:12:12: 'ringer' has no operation 'rign'; did you mean 'ring'?",
                "s.yaml:23:25: 'sleepers' is a whole number from 1 to 3, not '9'",
                "s.yaml:24:5: 'designs.repaired.expect' must be 'verified', or 'broken:' with"
                        + " ids of properties, not the text 'verifed'");
    }

    @Test
    void looksBehindARepeatedKeyAndAWrongType() {
        assertThat(problems(GOOD
                .replace("title: A ring is lost", "title: A ring is lost\ntitle: Again")
                .replace("states: 5000", "states: -5")
                .replace("broken: deadlock", "broken: dead-lock"))).containsExactly(
                "s.yaml:4:1: key 'title' stands twice, first in line 3; keep one of the two",
                "s.yaml:19:22: model 'doorbell' has no property 'dead-lock';"
                        + " did you mean 'deadlock'?",
                "s.yaml:21:35: 'designs.original.explore.states' must be how many distinct states"
                        + " are visited at most, a whole number from 1, not the number -5");
    }

    private static RunsPlan plan(String runs) {
        return read(GOOD.replace("explore: true", runs)).design("repaired").orElseThrow()
                .runs().orElseThrow();
    }
}

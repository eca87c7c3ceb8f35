package org.exitrace.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.scenarios.file.ScenarioTexts.GOOD;
import static org.exitrace.scenarios.file.ScenarioTexts.problems;

import org.junit.jupiter.api.Test;

/** One sentence for each way in which a file can contradict its model. */
class BadScenarioTest {

    @Test
    void namesAnUnknownKindOfMachine() {
        assertThat(problems("kind: doorbell", "kind: dorbell")).containsExactly(
                "s.yaml:7:17: there is no kind of machine 'dorbell'; did you mean 'doorbell'?");
    }

    @Test
    void namesAnUnknownParameterOfTheMachineOnce() {
        assertThat(problems("sleepers: 2}", "sleeper: 2}")).containsExactly(
                "s.yaml:7:27: machine 'doorbell' has no parameter 'sleeper';"
                        + " did you mean 'sleepers'?");
    }

    @Test
    void namesTheBoundsOfAParameterThatIsOutOfRange() {
        assertThat(problems("sleepers: 2}", "sleepers: -2}")).containsExactly(
                "s.yaml:7:37: 'sleepers' is a whole number from 1 to 3, not '-2'");
    }

    @Test
    void namesTheWordsOfAParameterThatHasAnother() {
        assertThat(problems("sleepers: 2}", "bell: glass}")).containsExactly(
                "s.yaml:7:33: 'bell' cannot be 'glass'; there is brass, steel");
    }

    @Test
    void passesOnWhyParametersDoNotFitTogether() {
        assertThat(problems("sleepers: 2}", "sleepers: 3, bell: steel}")).containsExactly(
                "s.yaml:7:10: a steel bell wakes at most 2 sleepers; take a brass one");
    }

    @Test
    void namesAnUnknownSwitch() {
        assertThat(problems("falling-asleep: looking-again", "faling-asleep: looking-again"))
                .containsExactly("s.yaml:22:16: machine 'doorbell' has no switch"
                        + " 'faling-asleep'; did you mean 'falling-asleep'?");
    }

    @Test
    void namesAnUnknownValueOfASwitch() {
        assertThat(problems("falling-asleep: looking-again", "falling-asleep: awake"))
                .containsExactly("s.yaml:22:32: switch 'falling-asleep' has no value 'awake';"
                        + " there is blindly, looking-again");
    }

    @Test
    void refusesASwitchThatIsFixedAndSetAgain() {
        assertThat(problems("profile: amd-snp-genoa\n",
                "profile: amd-snp-genoa\nswitches: {falling-asleep: blindly}\n")).containsExactly(
                "s.yaml:23:16: switch 'falling-asleep' is fixed for the whole scenario in line 9;"
                        + " remove one of the two");
    }

    @Test
    void namesADesignThatCannotHaveTheMachine() {
        assertThat(problems("sleepers: 1}", "sleepers: 2, bell: steel}")).containsExactly(
                "s.yaml:21:3: nobody looks at a steel bell again; take a brass one, or"
                        + " 'falling-asleep: blindly'");
    }

    @Test
    void namesAnUnknownProfile() {
        assertThat(problems("profile: amd-snp-genoa", "profile: amd-snp-genova")).containsExactly(
                "s.yaml:8:10: there is no timing profile 'amd-snp-genova'; did you mean"
                        + " 'amd-snp-genoa'? (the command line takes files, too)");
    }

    @Test
    void namesAnActorThatCannotBeScripted() {
        assertThat(problems("  ringer:", "  sleeper0:")).containsExactly(
                "s.yaml:10:3: this machine has no actor 'sleeper0' that can be scripted;"
                        + " there is ringer");
    }

    @Test
    void namesAnUnknownArgument() {
        assertThat(problems("times: 2", "tmies: 2")).containsExactly(
                "s.yaml:12:18: operation 'ring' has no argument 'tmies'; did you mean 'times'?");
    }

    @Test
    void namesTheBoundsOfAnArgument() {
        assertThat(problems("times: 2", "times: 4")).containsExactly(
                "s.yaml:12:25: 'times' is a whole number from 1 to 3, not '4'");
    }

    @Test
    void namesAResultThatAnOperationNeverGives() {
        assertThat(problems("{bell: SILENT}", "{bell: SILNET}")).containsExactly(
                "s.yaml:11:27: operation 'count' never gives 'bell SILNET';"
                        + " did you mean 'bell SILENT'?");
    }

    @Test
    void tellsOnceThatAParameterIsEmpty() {
        assertThat(problems("sleepers: 2}", "sleepers: }")).containsExactly(
                "s.yaml:7:27: 'machine.sleepers' must be a word, a whole number, true or false,"
                        + " not empty");
    }

    @Test
    void tellsOnceThatExploreIsNeitherTrueNorBounds() {
        assertThat(problems("explore: true", "explore: yesplease")).containsExactly(
                "s.yaml:25:5: 'designs.repaired.explore' must be true, false, or bounds of the"
                        + " search, not the text 'yesplease'");
    }

    @Test
    void refusesAnExpectationThatNothingTries() {
        assertThat(problems("explore: true", "explore: false")).containsExactly(
                "s.yaml:24:5: design 'repaired' expects something and says neither 'replay',"
                        + " 'explore' nor 'runs'; add one of them");
    }

    @Test
    void refusesRunsThatCannotBeMade() {
        assertThat(problems("explore: true", "runs: {strategy: wild, count: 0, sed: 1}"))
                .anyMatch(told -> told.startsWith("s.yaml:25:") && told.contains("drawn or timed"))
                .anyMatch(told -> told.startsWith("s.yaml:25:") && told.contains("from 1 to"))
                .anyMatch(told -> told.contains("did you mean 'seed'?"));
        assertThat(problems(ScenarioTexts.GOOD.replace("profile: amd-snp-genoa\n", "")
                .replace("explore: true", "runs: {strategy: timed}"))).containsExactly(
                "s.yaml:24:22: design 'repaired' makes timed runs, and the scenario names no"
                        + " timing profile; add 'profile', or take another strategy");
    }

    @Test
    void namesAnUnknownPropertyThatIsExpectedToBreak() {
        assertThat(problems("{broken: deadlock}", "{broken: dead-lock}")).containsExactly(
                "s.yaml:18:22: model 'doorbell' has no property 'dead-lock';"
                        + " did you mean 'deadlock'?");
    }

    @Test
    void namesAPropertyThatCannotBeReached() {
        assertThat(problems("reach: [everyone-woke]", "reach: [rings-are-counted]"))
                .containsExactly("s.yaml:14:9: 'rings-are-counted' is a property of the kind"
                        + " 'always', but only one of the kind 'reachable' can be reached;"
                        + " name one of those, or remove it");
    }

    @Test
    void namesAnUnknownPropertyToReachOnce() {
        assertThat(problems("reach: [everyone-woke]", "reach: [everyone-wok]")).containsExactly(
                "s.yaml:14:9: model 'doorbell' has no property 'everyone-wok';"
                        + " did you mean 'everyone-woke'?");
    }

    @Test
    void refusesNegativeBounds() {
        assertThat(problems("states: 5000", "states: -5")).containsExactly(
                "s.yaml:20:35: 'designs.original.explore.states' must be how many distinct states"
                        + " are visited at most, a whole number from 1, not the number -5");
    }

    @Test
    void refusesWrongTypes() {
        assertThat(problems("sources: [made up]", "sources: made up")).containsExactly(
                "s.yaml:6:1: 'sources' must be a list of at least one place where the behaviour"
                        + " was read, each a text, not the text 'made up'");
        assertThat(problems(GOOD.replace("title: A ring is lost", "title: [A, ring]")))
                .containsExactly("s.yaml:3:1: 'title' must be one line of at most 100 characters"
                        + " that says what happens, not a list");
    }

    @Test
    void refusesAFileOfAnotherFormat() {
        assertThat(problems("format: 1", "format: 2")).containsExactly(
                "s.yaml:1:9: this file has format 2, but this version of Exitrace reads format 1;"
                        + " use the version that wrote it, or rewrite it as"
                        + " docs/scenario-format.md says");
    }

    @Test
    void refusesADocumentThatIsNoSetOfKeys() {
        assertThat(problems("- format: 1\n")).containsExactly(
                "s.yaml:1:1: the file must be an Exitrace scenario, not a list");
    }
}

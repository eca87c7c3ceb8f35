package org.exitrace.scenarios.vtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.engine.schedule.ScheduleToken;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.doorbell.OwnFile;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.machine.MachineSwitches;
import org.exitrace.scenarios.schedule.LocatedSchedule;
import org.exitrace.scenarios.schedule.Recordings;
import org.exitrace.vtl.protocol.ProtocolStory;
import org.junit.jupiter.api.Test;

/** A room has the rules of its own story, and no others. */
class VtlProtocolKindTest {

    private static final OwnFile FILE = new OwnFile("""
            format: 1
            scenario: own
            title: One room
            about: One room.
            sources: [none]
            machine: {kind: vtl-protocol, story: halt}
            switches: {}
            designs:
              first:
                switches: {requested-before-woken: forgotten}
                explore: true
              second:
                machine: {story: tlb-lock}
                switches: {lock-seen-twice: forgotten}
                explore: true
            """);

    @Test
    void eachDesignHasTheRulesOfItsOwnStory() {
        Scenario scenario = FILE.read();

        assertThat(scenario.designs()).extracting(each -> each.switches().labels().keySet())
                .satisfiesExactly(
                        halt -> assertThat(halt).contains("requested-before-woken")
                                .doesNotContain("lock-seen-twice"),
                        lock -> assertThat(lock).contains("lock-seen-twice")
                                .doesNotContain("requested-before-woken"));
        assertThat(new MachineSwitches(scenario.kind(),
                scenario.usualDesign().machine().parameters()).names())
                .hasSameSizeAs(ProtocolStory.HALT.switches());
    }

    @Test
    void aRuleOfAnotherStoryIsRefusedAtItsPlaceByTheStoryThatHasIt() {
        assertThat(FILE.with("requested-before-woken", "linked-last").problems()).containsExactly(
                "own.yaml:10:16: story 'halt' has no switch 'linked-last'; leave it out, or take"
                        + " story 'removal', which has it");
        assertThat(FILE.with("requested-before-woken", "call-stops").problems()).containsExactly(
                "own.yaml:10:16: story 'halt' has no switch 'call-stops'; leave it out, or take one"
                        + " of the stories 'companion', 'companion-monitor', which have it");
    }

    @Test
    void aRuleThatIsFixedForAllDesignsIsRefusedWhereOneDesignHasAnotherStory() {
        assertThat(FILE.with("switches: {}", "switches: {unblocked-once: forgotten}").problems())
                .containsExactly("own.yaml:7:12: story 'halt' has no switch 'unblocked-once'; leave"
                        + " it out, or take story 'tlb-lock', which has it");
    }

    @Test
    void aRuleThatNoStoryHasIsRefusedByTheRulesOfThisOne() {
        assertThat(FILE.with("requested-before-woken", "requested-before-wokn").problems())
                .containsExactly("own.yaml:10:16: machine 'vtl-protocol' has no switch"
                        + " 'requested-before-wokn'; did you mean 'requested-before-woken'?");
    }

    @Test
    void aWrongStoryIsToldAlone() {
        assertThat(FILE.with("story: tlb-lock", "story: tlb-lok").problems()).containsExactly(
                "own.yaml:13:22: 'story' cannot be 'tlb-lok'; did you mean 'tlb-lock'?");
    }

    @Test
    void aTokenOfAnotherStoryThanTheUsualOneTellsItsRules() {
        Scenario scenario = FILE.read();
        ScenarioDesign second = scenario.designs().get(1);
        Schedule empty = Recordings.ofSteps(scenario, second, List.of());

        LocatedSchedule read = LocatedSchedule.ofToken(
                Recordings.token(scenario, second, empty), name -> scenario);

        assertThat(read.design()).isEqualTo(second);
    }

    @Test
    void aTokenWithTheRuleOfAnotherStoryIsRefused() {
        Scenario room = new Library().scenario("vtl/tlb-lock-wake");
        ScenarioDesign design = room.usualDesign();
        String token = ScheduleToken.encode(Recordings.ofSteps(room, design, List.of()),
                room.build(design), Map.of("linked-last", "forgotten"), Map.of());

        assertThatThrownBy(() -> LocatedSchedule.ofToken(token, name -> room))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("unknown switch 'linked-last'; this model has ");
    }
}

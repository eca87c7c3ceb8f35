package org.exitrace.scenarios.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.engine.schedule.ScheduleToken;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.schedule.LocatedSchedule;
import org.exitrace.scenarios.schedule.Recordings;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class CampaignsTest {

    private static final TimingProfile HOUSE = TimingProfile.named("house")
            .with("look", Duration.uniform(1, 20), "made up")
            .with("ring", Duration.constant(5), "made up")
            .with("walk", Duration.constant(3), "made up");

    private final Scenario scenario = Doorbells.scenario();
    private final ScenarioDesign original = scenario.usualDesign();
    private final ScenarioDesign repaired = scenario.design("repaired").orElseThrow();

    @Test
    void stopsAtTheFirstRunThatBreaksSomething() {
        FuzzResult result = new Fuzzing(scenario, original).runs(1_000).go();

        assertThat(result.failed()).isEqualTo(1);
        assertThat(result.runs()).isEqualTo(result.failures().get(0).run() + 1);
        assertThat(result.failures().get(0).broken()).containsExactly("deadlock");
    }

    @Test
    void makesAllRunsOfADesignThatHolds() {
        FuzzResult result = new Fuzzing(scenario, repaired).runs(200).go();

        assertThat(result.runs()).isEqualTo(200);
        assertThat(result.failures()).isEmpty();
        assertThat(result.ends()).containsOnlyKeys("AT_REST").containsEntry("AT_REST", 200L);
        assertThat(result.strategies()).hasSize(5);
        assertThat(result.neverFired()).isEmpty();
    }

    @Test
    void goesOnWhereItIsTold() {
        FuzzResult result = new Fuzzing(scenario, original).runs(100).goOnWhenBroken().go();

        assertThat(result.runs()).isEqualTo(100);
        assertThat(result.failed()).isEqualTo(result.failures().size()).isGreaterThan(1);
    }

    @Test
    void showsTheSameForTheSameSeed() {
        assertThat(new Fuzzing(scenario, original).seed(7).goOnWhenBroken().runs(50).go())
                .isEqualTo(new Fuzzing(scenario, original).seed(7).goOnWhenBroken().runs(50).go())
                .isNotEqualTo(
                        new Fuzzing(scenario, original).seed(8).goOnWhenBroken().runs(50).go());
    }

    @Test
    void shrinksAFailureToTheSmallestMachine() {
        FuzzFailure failure = new Fuzzing(scenario, original).go().failures().get(0);

        ShrunkFailure shrunk = new Shrinking(scenario, original, "deadlock")
                .shrink(failure.schedule().steps());

        assertThat(shrunk.minimal()).isTrue();
        assertThat(shrunk.design().machine().number("sleepers")).isEqualTo(1);
        assertThat(shrunk.schedule().steps()).containsExactly("sleeper0 sleep: look",
                "ringer ring: strike", "ringer ring: shake", "sleeper0 sleep: lie down");
        assertThat(shrunk.schedule().breaks()).isEqualTo("deadlock");
    }

    @Test
    void findsTheDesignAndMachineOfAPastedLine() {
        ShrunkFailure shrunk = new Shrinking(scenario, original, "deadlock").shrink(
                new Fuzzing(scenario, original).go().failures().get(0).schedule().steps());
        String token = Recordings.token(scenario, shrunk.design(), shrunk.schedule());

        LocatedSchedule located = LocatedSchedule.ofToken(token, name -> scenario);

        assertThat(token).startsWith("xt1.doorbell/lost-ring+sleepers=1.")
                .hasSizeLessThan(200);
        assertThat(located.schedule()).isEqualTo(shrunk.schedule());
        assertThat(located.design().machine()).isEqualTo(shrunk.design().machine());
    }

    @Test
    void findsTheNamedDesignOfAPastedLine() {
        Schedule schedule = new Fuzzing(scenario, original).go().failures().get(0).schedule();
        String token = Recordings.token(scenario, original, schedule);

        assertThat(LocatedSchedule.ofToken(token, name -> scenario).design())
                .isSameAs(original);
    }

    @Test
    void namesInALineWhatDiffersFromTheFirstDesign() {
        Schedule schedule = Recordings.ofSteps(
                scenario, repaired, List.of("sleeper0 sleep: look", "ringer ring: strike"));
        String token = Recordings.token(scenario, repaired, schedule);

        assertThat(token).startsWith("xt1.doorbell/lost-ring@falling-asleep=looking-again.");
        assertThat(LocatedSchedule.ofToken(token, name -> scenario).design()).isSameAs(repaired);
        assertThat(LocatedSchedule.ofToken(token, name -> scenario).schedule())
                .isEqualTo(schedule);
    }

    @Test
    void refusesALineOfASwitchOrParameterThatIsUnknown() {
        Schedule schedule = new Fuzzing(scenario, original).go().failures().get(0).schedule();
        Model model = scenario.build(original);

        Assertions.assertThatThrownBy(() -> LocatedSchedule.ofToken(ScheduleToken.encode(
                schedule, model, Map.of("asleep", "deep"), Map.of()), name -> scenario))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("unknown switch 'asleep'; this model has falling-asleep");
        Assertions.assertThatThrownBy(() -> LocatedSchedule.ofToken(ScheduleToken.encode(
                schedule, model, Map.of(), Map.of("sleepers", "-1")), name -> scenario))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("the token does not fit machine 'doorbell': 'sleepers' is a whole"
                        + " number from 1 to 3, not '-1'");
    }

    @Test
    void refusesADamagedLine() {
        Assertions.assertThatThrownBy(() -> LocatedSchedule.ofToken(
                "xt1.doorbell/lost-ring.AAAAAAAA", name -> scenario))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("the token is damaged: its checksum does not match; copy the whole"
                        + " line again, without blanks or line ends in it");
    }

    @Test
    void collectsTimesOfEachRun() {
        List<Long> reported = new ArrayList<>();

        TimingSamples samples = new TimingCampaign(scenario, original, HOUSE).seed(3).runs(400)
                .threads(1).tell(progress -> reported.add(progress.runs())).go();

        assertThat(samples.runs()).isEqualTo(400);
        assertThat(samples.ends()).containsEntry("AT_REST", 400L);
        assertThat(samples.broken("deadlock")).isBetween(1, 399);
        assertThat(samples.broken("rings-are-counted")).isZero();
        assertThat(Arrays.stream(samples.endNs()).min().orElseThrow()).isGreaterThanOrEqualTo(8);
        assertThat(reported).hasSize(400);
        assertThat(samples.standstill()).isEmpty();
    }

    @Test
    void sharesOutTheTimeOfAllRunsAmongBusyWaitingAndIdle() {
        TimingSamples samples =
                new TimingCampaign(scenario, repaired, HOUSE).seed(3).runs(100).go();

        TimingSamples.ActorTime ringer = samples.actors().get(0);
        assertThat(ringer.actor()).isEqualTo("ringer");
        assertThat(ringer.busyNs()).isEqualTo(100 * 2 * 5);
        assertThat(ringer.waitingNs()).isEqualTo(100 * 3);
        assertThat(ringer.idleNs()).isEqualTo(
                Arrays.stream(samples.endNs()).map(ns -> Math.max(0, ns - 3 - 5 - 5)).sum());
    }

    @Test
    void takesMemoryForRunsThatWereMadeOnly() {
        List<Long> reported = new ArrayList<>();

        TimingSamples samples = new TimingCampaign(scenario, original, HOUSE)
                .runs(Integer.MAX_VALUE).threads(1)
                .tell(progress -> reported.add(progress.runs()))
                .until(() -> reported.size() == 3).go();

        assertThat(samples.runs()).isEqualTo(3);
        assertThat(samples.interrupted()).isTrue();
    }

    @Test
    void leavesOutTheRunInWhichItIsInterrupted() {
        TimingSamples samples = new TimingCampaign(scenario, original, HOUSE)
                .until(() -> true).go();

        assertThat(samples.interrupted()).isTrue();
        assertThat(samples.runs()).isZero();
        assertThat(new Fuzzing(scenario, original).until(() -> true).go().interrupted()).isTrue();
    }
}

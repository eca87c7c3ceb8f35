package org.exitrace.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.RandomChoice;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.sample.Crowd;
import org.exitrace.engine.sample.LostWakeUp;
import org.exitrace.engine.sample.Net;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Setting SETTING = Setting.of("crowd", Map.of());
    private static final List<String> LOST = List.of("waker wake: posts work", "waker wake: kicks",
            "sleeper sleep: looks for work", "sleeper sleep: wakes");

    @Property(tries = 60)
    void whatWasRecordedIsReplayedStateByState(@ForAll long net, @ForAll long seed) {
        Trace trace = new Trace();
        new Run(Net.of(net), new RandomChoice(seed)).tell(trace).goOnWhenBroken().atMost(50).go();
        Schedule schedule = ScheduleRecorder.record(trace, SETTING);
        Replay replay = Replay.of(schedule);
        Trace again = new Trace();
        new Run(Net.of(net), replay).tell(again).goOnWhenBroken().go();
        assertThat(replay.divergence()).isEmpty();
        assertThat(again.hash()).isEqualTo(trace.hash());
        assertThat(again.length()).isEqualTo(trace.length());
        assertThat(schedule.fingerprint()).isEqualTo(again.fingerprint(again.length()));
    }

    @Test
    void aRecordingHasTheStateBehindEachStep() {
        Schedule schedule = recorded(40);
        assertThat(schedule.checkpoints()).extracting(Checkpoint::step)
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 40).boxed().toList());
        assertThat(schedule.checkpoints().get(0).changed()).isEmpty();
        assertThat(schedule.checkpoints().get(5).changed()).isEqualTo(
                Map.of("guest[1].counter", "visit: strolls", "room.inside", "0",
                        "room.taken", "0"));
        assertThat(schedule.format()).isEqualTo(1);
        assertThat(schedule.breaks()).isEqualTo("crowded");
        assertThat(recorded(2).breaks()).isEmpty();
    }

    @Test
    void aLongRecordingHasACheckpointEverySixteenStepsAndOneAtTheEnd() {
        List<Integer> rising = recorded(1_001).checkpoints().stream().map(Checkpoint::step)
                .toList();
        assertThat(rising.subList(0, 3)).containsExactly(0, 16, 32);
        assertThat(rising.subList(62, 64)).containsExactly(992, 1_001);
        assertThat(recorded(1_000).checkpoints()).hasSize(1_001);
        assertThat(recorded(1_008).checkpoints()).last()
                .extracting(Checkpoint::step).isEqualTo(1_008);
    }

    @Test
    void aStepThatCannotBeTakenTellsTheFirstCellThatItWouldHaveChanged() {
        Divergence divergence = divergenceWith(recorded(20), 6, "guest0 visit: dances");
        assertThat(divergence.step()).isEqualTo(7);
        assertThat(divergence.stateDiffers()).isFalse();
        assertThat(divergence.toString()).startsWith("step 7, 'guest0 visit: dances', cannot be"
                + " taken; behind step 7 cell 'guest[0].counter' was recorded as visit: goes in,"
                + " and here it is visit: sees the door open; what can is: guest0 visit: sees");
    }

    @Test
    void aLongRecordingTellsTheFirstCellOfItsNextState() {
        Divergence divergence = divergenceWith(recorded(1_001), 20, "guest0 visit: dances");
        assertThat(divergence.step()).isEqualTo(21);
        assertThat(divergence.difference().orElseThrow().step()).isEqualTo(32);
    }

    @Test
    void aStepThatNobodyCanTakeTellsTheFirstCellThatItWouldHaveChanged() {
        Trace trace = new Trace();
        new Run(LostWakeUp.broken(), Replay.of(LOST)).tell(trace).go();
        Schedule schedule = ScheduleRecorder.record(trace, SETTING);
        List<String> steps = new ArrayList<>(LOST);
        steps.add("waker wake: kicks");
        List<Checkpoint> checkpoints = new ArrayList<>(schedule.checkpoints());
        checkpoints.add(new Checkpoint(5, 1, Map.of("bed.parked", "2")));
        Replay replay = Replay.of(new Schedule(1, SETTING, steps, checkpoints, 1, ""));
        new Run(LostWakeUp.broken(), replay).go();
        assertThat(replay.divergence().orElseThrow()).hasToString("step 5, 'waker wake: kicks',"
                + " cannot be taken; behind step 5 cell 'bed.parked' was recorded as 2, and here it"
                + " is 0; nobody can take a step");
    }

    @Test
    void aNameThatIsNotEnabledIsADivergence() {
        List<String> steps = new ArrayList<>(recorded(20).steps());
        steps.set(2, "guest0 visit: comes out");
        Replay replay = Replay.of(steps);
        RunResult result = new Run(Crowd.of(2), replay).goOnWhenBroken().go();
        assertThat(result.end()).isEqualTo(RunEnd.SCHEDULE_ENDED);
        assertThat(result.steps()).isEqualTo(2);
        Divergence divergence = replay.divergence().orElseThrow();
        assertThat(divergence.step()).isEqualTo(3);
        assertThat(divergence.wanted()).isEqualTo("guest0 visit: comes out");
        assertThat(divergence.enabled()).hasSize(2);
        assertThat(divergence.stateDiffers()).isFalse();
        assertThat(divergence.toString()).startsWith(
                "step 3, 'guest0 visit: comes out', cannot be taken; what can is: guest");
    }

    @Test
    void stepsThatAreLeftWhenNobodyCanStepAreADivergence() {
        List<String> steps = new ArrayList<>(LOST);
        steps.add("waker wake: kicks");
        Replay replay = Replay.of(steps);
        new Run(LostWakeUp.broken(), replay).go();
        assertThat(replay.divergence().orElseThrow()).hasToString(
                "step 5, 'waker wake: kicks', cannot be taken; nobody can take a step");
        Replay exact = Replay.of(LOST);
        assertThat(new Run(LostWakeUp.broken(), exact).go().end()).isEqualTo(RunEnd.AT_REST);
        assertThat(exact.divergence()).isEmpty();
    }

    @Test
    void aStateThatDiffersIsADivergenceThatNamesTheCell() {
        Schedule schedule = recorded(40);
        Checkpoint good = schedule.checkpoints().get(16);
        Map<String, String> changed = new LinkedHashMap<>(good.changed());
        changed.put("room.inside", "2 of another kind");
        Checkpoint bad = new Checkpoint(16, good.fingerprint() + 1, changed);
        Replay replay = Replay.of(with(schedule, 16, bad));
        RunResult result = new Run(Crowd.of(2), replay).goOnWhenBroken().go();
        assertThat(result.steps()).isEqualTo(16);
        Divergence divergence = replay.divergence().orElseThrow();
        assertThat(divergence.stateDiffers()).isTrue();
        assertThat(divergence.step()).isEqualTo(16);
        assertThat(divergence.toString()).matches("the state behind step 16 is not as recorded:"
                + " cell 'room.inside' was 2 of another kind and is \\d");
    }

    @Test
    void aCellThatTheModelLacksIsNamed() {
        Schedule schedule = recorded(20);
        Checkpoint first = new Checkpoint(0, 1, Map.of("room.chairs", "4"));
        Replay replay = Replay.of(with(schedule, 0, first));
        new Run(Crowd.of(2), replay).goOnWhenBroken().go();
        assertThat(replay.divergence().orElseThrow()).hasToString("the state behind step 0 is not"
                + " as recorded: cell 'room.chairs' was 4 and is not a cell of this model");
    }

    @Test
    void anotherMachineIsNoticedInItsFirstState() {
        Replay replay = Replay.of(recorded(20));
        RunResult result = new Run(Crowd.of(3), replay).go();
        assertThat(result.steps()).isZero();
        assertThat(replay.divergence().orElseThrow().toString())
                .contains("no recorded cell differs: this is another machine");
    }

    @Test
    void aLenientReplaySkipsWhatCannotBeTaken() {
        List<String> steps = new ArrayList<>();
        steps.add("nobody does anything");
        steps.addAll(recorded(6).steps());
        steps.add(3, "guest0 visit: comes out");
        Trace trace = new Trace();
        Replay replay = Replay.leniently(steps);
        new Run(Crowd.of(2), replay).tell(trace).goOnWhenBroken().go();
        assertThat(trace.names()).isEqualTo(recorded(6).steps());
        assertThat(replay.divergence()).isEmpty();
    }

    @Test
    void aSettingIsKnownByItsScenarioItsMachineAndItsDesign() {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("rooms", "1");
        machine.put("doors", "2");
        Map<String, String> turned = new LinkedHashMap<>();
        turned.put("doors", "2");
        turned.put("rooms", "1");
        long fingerprint = new Setting("a", machine, Map.of("repair", "none"), "", 0).fingerprint();
        assertThat(new Setting("a", turned, Map.of("repair", "none"), "p", 7).fingerprint())
                .isEqualTo(fingerprint);
        assertThat(List.of(
                new Setting("b", machine, Map.of("repair", "none"), "", 0).fingerprint(),
                new Setting("a", Map.of(), Map.of("repair", "none"), "", 0).fingerprint(),
                new Setting("a", machine, Map.of("repair", "atomic"), "", 0).fingerprint()))
                .doesNotContain(fingerprint).doesNotHaveDuplicates();
    }

    @Test
    void aScheduleOfAnotherDesignOrVersionIsRefused() {
        Map<String, String> atomic = Map.of("repair", "atomic");
        Schedule schedule = Schedule.ofNames(Setting.of("lost", atomic), List.of());
        schedule.requireFits(LostWakeUp.repaired());
        Model broken = LostWakeUp.broken();
        assertThatThrownBy(() -> schedule.requireFits(broken)).hasMessage("the schedule was"
                + " recorded with repair=atomic, and the model stands at repair=none; choose the"
                + " schedule's design, or record it again");
        Model crowd = Crowd.of(1);
        assertThatThrownBy(() -> schedule.requireFits(crowd))
                .hasMessageContaining("the model has no such switch");
        assertThatThrownBy(() -> new Schedule(2, SETTING, List.of(), List.of(), 0, ""))
                .hasMessageContaining("is of format 2 and this version reads format 1");
    }

    @Test
    void checkpointsRiseWithinTheSteps() {
        Checkpoint first = new Checkpoint(0, 0, Map.of());
        Checkpoint second = new Checkpoint(1, 0, Map.of());
        assertThatThrownBy(() -> new Schedule(
                1, SETTING, List.of("a b"), List.of(second, first), 0, ""))
                .hasMessageContaining("a checkpoint stands behind step 0, after one behind step 1");
        assertThatThrownBy(() -> new Schedule(1, SETTING, List.of(), List.of(second), 0, ""))
                .hasMessageContaining("in a schedule of 0 steps");
        assertThatThrownBy(() -> new Schedule(
                1, SETTING, List.of("a b"), List.of(first, first), 0, ""))
                .isInstanceOf(ScheduleException.class);
    }

    private static Divergence divergenceWith(Schedule schedule, int place, String step) {
        List<String> steps = new ArrayList<>(schedule.steps());
        steps.set(place, step);
        Replay replay = Replay.of(new Schedule(1, schedule.setting(), steps,
                schedule.checkpoints(), schedule.fingerprint(), schedule.breaks()));
        RunResult result = new Run(Crowd.of(2), replay).goOnWhenBroken().go();
        assertThat(result.steps()).isEqualTo(place);
        return replay.divergence().orElseThrow();
    }

    private static Schedule with(Schedule schedule, int place, Checkpoint checkpoint) {
        List<Checkpoint> checkpoints = new ArrayList<>(schedule.checkpoints());
        checkpoints.set(place, checkpoint);
        return new Schedule(1, schedule.setting(), schedule.steps(), checkpoints,
                schedule.fingerprint(), schedule.breaks());
    }

    private static Schedule recorded(int steps) {
        Trace trace = new Trace();
        new Run(Crowd.of(2), new RandomChoice(4)).tell(trace).goOnWhenBroken().atMost(steps).go();
        return ScheduleRecorder.record(trace, SETTING);
    }
}

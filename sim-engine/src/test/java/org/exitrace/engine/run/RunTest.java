package org.exitrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.sample.Crowd;
import org.exitrace.engine.sample.LostWakeUp;
import org.exitrace.engine.schedule.Replay;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.step.Step;
import org.junit.jupiter.api.Test;

class RunTest {

    private static final List<String> LOST = List.of("sleeper sleep: looks for work",
            "waker wake: posts work", "waker wake: kicks", "sleeper sleep: parks");

    @Test
    void aRunEndsAtRest() {
        RunResult result = new Run(LostWakeUp.repaired(), new InOrder()).go();
        assertThat(result.end()).isEqualTo(RunEnd.AT_REST);
        assertThat(result.isClean()).isTrue();
        assertThat(result.steps()).isEqualTo(4);
        assertThat(result.reached()).extracting(Property::id).containsExactly("parks");
        assertThat(result.owed()).isEmpty();
        assertThat(result.endNs()).isZero();
    }

    @Test
    void aRunEndsWhereAPropertyBreaks() {
        Model model = LostWakeUp.broken();
        RunResult result = new Run(model, Replay.of(LOST)).go();
        assertThat(result.end()).isEqualTo(RunEnd.BROKEN);
        assertThat(result.isClean()).isFalse();
        assertThat(result.broken().keySet()).extracting(Property::id)
                .containsExactly("deadlock", "served");
        assertThat(result.broken().values()).containsOnly(4L);
        assertThat(result.fingerprint()).isEqualTo(model.fingerprint());
    }

    @Test
    void aRunGoesOnBehindABrokenStateWhenTold() {
        List<String> crowd = List.of(
                "guest0 visit: strolls", "guest0 visit: sees the door open",
                "guest1 visit: strolls", "guest1 visit: sees the door open",
                "guest0 visit: goes in", "guest1 visit: goes in", "guest1 visit: comes out");
        RunResult stopped = new Run(Crowd.of(2), Replay.of(crowd)).go();
        assertThat(stopped.end()).isEqualTo(RunEnd.BROKEN);
        assertThat(stopped.steps()).isEqualTo(6);
        RunResult wentOn = new Run(Crowd.of(2), Replay.of(crowd)).goOnWhenBroken().go();
        assertThat(wentOn.end()).isEqualTo(RunEnd.SCHEDULE_ENDED);
        assertThat(wentOn.steps()).isEqualTo(7);
        assertThat(wentOn.broken().values()).containsExactly(6L);
        RunResult rested = new Run(LostWakeUp.broken(), Replay.of(LOST)).goOnWhenBroken().go();
        assertThat(rested.end()).isEqualTo(RunEnd.AT_REST);
    }

    @Test
    void aRunEndsAtItsStepLimit() {
        RunResult result = new Run(Crowd.of(1), new InOrder()).atMost(10).go();
        assertThat(result.end()).isEqualTo(RunEnd.STEP_LIMIT);
        assertThat(result.steps()).isEqualTo(10);
        assertThat(new Run(Crowd.of(1), new InOrder()).atMost(0).go().steps()).isZero();
    }

    @Test
    void aRunEndsWhenAskedTo() {
        int[] asked = new int[1];
        RunResult result = new Run(Crowd.of(1), new InOrder()).until(() -> ++asked[0] == 3).go();
        assertThat(result.end()).isEqualTo(RunEnd.INTERRUPTED);
        assertThat(result.steps()).isEqualTo(2 * 4096);
    }

    @Test
    void whatIsOwedWhenTheScheduleEndsIsNeitherKeptNorBroken() {
        RunResult result = new Run(LostWakeUp.broken(), Replay.of(LOST.subList(0, 2))).go();
        assertThat(result.end()).isEqualTo(RunEnd.SCHEDULE_ENDED);
        assertThat(result.owed()).extracting(Property::id).containsExactly("served");
        assertThat(result.isClean()).isTrue();
    }

    @Test
    void withoutPropertiesNothingBreaks() {
        RunResult result = new Run(LostWakeUp.broken(), Replay.of(LOST)).withoutProperties().go();
        assertThat(result.end()).isEqualTo(RunEnd.AT_REST);
        assertThat(result.isClean()).isTrue();
        assertThat(result.reached()).isEmpty();
    }

    @Test
    void observersAreToldInOrder() {
        List<String> told = new ArrayList<>();
        RunObserver observer = new RunObserver() {
            @Override
            public void begins(Model model) {
                told.add("begins " + model.name());
            }

            @Override
            public void becameEnabled(Step step, long number) {
                told.add("+" + number + " " + step.actor());
            }

            @Override
            public void becameDisabled(Step step, long number) {
                told.add("-" + number + " " + step.actor());
            }

            @Override
            public void stepped(Step step, long number, long atNs) {
                told.add(number + " " + step.actor() + " " + atNs);
            }

            @Override
            public void broken(Property property, long number) {
                told.add("broken " + property.id() + " " + number);
            }

            @Override
            public void ended(RunResult result) {
                told.add("ended " + result.steps());
            }
        };
        new Run(LostWakeUp.broken(), Replay.of(LOST)).tell(observer).go();
        assertThat(told).containsExactly("begins lost-wake-up", "+0 sleeper", "+0 waker",
                "-1 sleeper", "+1 sleeper", "1 sleeper 0", "-2 waker", "+2 waker", "2 waker 0",
                "-3 waker", "3 waker 0", "-4 sleeper", "4 sleeper 0",
                "broken deadlock 4", "broken served 4", "ended 4");
    }

    @Test
    void aGuardThatWritesIsAnError() {
        ModelBuilder open = new ModelBuilder("m", Design.usual(List.of()));
        FlagCell flag = open.region("r").flag("f");
        open.on(open.actor("a"), flag).step("x").when(FlagCell::testAndSet).then(f -> { });
        Model model = open.build();
        assertThatThrownBy(() -> new Run(model, new InOrder()).go())
                .hasMessageContaining("a guard writes cell 'r.f'");
        assertThat(model.frame().observer()).as("nothing stays attached").isNull();
    }

    @Test
    void aPropertyThatWritesIsAnErrorInEveryRun() {
        for (String kind : List.of("always", "rest")) {
            ModelBuilder open = new ModelBuilder("m", Design.usual(List.of()));
            FlagCell flag = open.region("r").flag("f");
            open.on(open.actor("a"), flag).step("x").when(FlagCell::isClear).then(FlagCell::raise);
            if (kind.equals("rest")) {
                open.atRest("p", "x", flag::testAndClear);
            } else {
                open.always("p", "x", () -> !flag.testAndSet());
            }
            Model model = open.build();
            assertThatThrownBy(() -> new Run(model, new InOrder()).go())
                    .hasMessageContaining("a property writes cell 'r.f'");
        }
    }

    @Test
    void aPropertyIsLookedAtOnlyWhenWhatItReadHasChanged() {
        ModelBuilder open = new ModelBuilder("m", Design.usual(List.of()));
        CountCell steps = open.region("a").count("n", 100);
        CountCell rare = open.region("b").count("n", 100);
        int[] looks = new int[2];
        open.on(open.actor("a"), steps).step("counts").when(s -> s.get() < 100).then(s -> {
            s.increment();
            if (s.get() % 10 == 0) {
                rare.increment();
            }
        });
        open.never("often", "x", () -> {
            looks[0]++;
            return steps.get() > 100;
        });
        open.never("rarely", "x", () -> {
            looks[1]++;
            return rare.get() > 100;
        });
        new Run(open.build(), new InOrder()).go();
        assertThat(looks).containsExactly(101, 11);
    }

    @Test
    void aWriteThatChangesNothingConcernsNobody() {
        ModelBuilder open = new ModelBuilder("m", Design.usual(List.of()));
        CountCell steps = open.region("a").count("n", 100);
        FlagCell same = open.region("b").flag("f");
        int[] asked = new int[2];
        open.on(open.actor("a"), steps).step("counts").when(s -> s.get() < 100).then(s -> {
            s.increment();
            same.clear();
        });
        open.on(open.actor("b"), same).step("waits").when(flag -> {
            asked[0]++;
            return flag.isSet();
        }).then(FlagCell::clear);
        open.never("set", "x", () -> {
            asked[1]++;
            return same.isSet();
        });
        new Run(open.build(), new InOrder()).go();
        assertThat(asked).containsExactly(1, 1);
    }

    @Test
    void eachCaseOfAPropertyIsLookedAtByItself() {
        ModelBuilder open = new ModelBuilder("m", Design.usual(List.of()));
        List<CountCell> cells = List.of(
                open.region("a").count("n", 100), open.region("b").count("n", 100));
        int[] looks = new int[2];
        open.on(open.actor("a"), cells.get(1)).step("counts").when(c -> c.get() < 100)
                .then(CountCell::increment);
        open.never("many", "x", cells, cell -> {
            looks[cells.indexOf(cell)]++;
            return cell.get() >= 50;
        });
        RunResult result = new Run(open.build(), new InOrder()).goOnWhenBroken().go();
        assertThat(looks).as("none behind the state that breaks it").containsExactly(1, 51);
        assertThat(result.broken().values()).containsExactly(50L);
    }

    @Test
    void whetherAllIsAtRestIsKnownWithoutAsking() {
        ModelBuilder open = new ModelBuilder("m", Design.usual(List.of()));
        CountCell steps = open.region("a").count("n", 100);
        int[] asked = new int[1];
        open.on(open.actor("a"), steps).step("counts").when(s -> {
            asked[0]++;
            return s.get() < 100;
        }).then(CountCell::increment);
        open.comesToRest();
        Model model = open.build();
        assertThat(new Run(model, new InOrder()).atMost(50).go().owed())
                .extracting(Property::id).containsExactly(Property.LIVELOCK);
        RunResult whole = new Run(model, new InOrder()).go();
        assertThat(whole.owed()).isEmpty();
        assertThat(whole.isClean()).isTrue();
        assertThat(asked[0]).as("once a state").isEqualTo(51 + 101);
    }

    @Test
    void anEventuallyIsKeptByTheStateThatOwesIt() {
        ModelBuilder open = new ModelBuilder("m", Design.usual(List.of()));
        FlagCell flag = open.region("r").flag("f").initially(true);
        open.on(open.actor("a"), flag).step("x").when(FlagCell::isSet).then(FlagCell::clear);
        open.eventually("kept", "x", flag::isSet, flag::isClear);
        open.eventually("at-once", "x", flag::isSet, flag::isSet);
        open.eventually("lost", "x", flag::isClear, flag::isSet);
        open.eventually("never-owed", "x", () -> false, () -> false);
        RunResult result = new Run(open.build(), new InOrder()).go();
        assertThat(result.broken().keySet()).extracting(Property::id).containsExactly("lost");
    }

    @Test
    void randomChoicesFollowFromTheSeed() {
        assertThat(hashOf(7)).isEqualTo(hashOf(7)).isNotEqualTo(hashOf(8));
    }

    private static long hashOf(long seed) {
        Trace trace = new Trace();
        new Run(Crowd.of(3), new RandomChoice(seed)).tell(trace).goOnWhenBroken().atMost(50).go();
        return trace.hash();
    }
}

package org.exitrace.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.sample.Crowd;
import org.exitrace.engine.sample.LostWakeUp;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.step.Step;
import org.junit.jupiter.api.Test;

class EarliestFirstTest {

    private final ModelBuilder open = new ModelBuilder("m", Design.usual(List.of()));

    @Test
    void anActorIsBusyForWhatItsStepCosts() {
        counter("a", 3, "slow", "");
        counter("b", 5, "fast", "");
        assertThat(timed(Duration.constant(0))).containsExactly(
                "0 a", "0 b", "4 b", "8 b", "10 a", "12 b", "16 b", "20 a");
    }

    @Test
    void aStepWaitsForItsDelayAndForItsActor() {
        counter("a", 2, "slow", "late");
        assertThat(timed(Duration.constant(3))).containsExactly("3 a", "13 a");
        ModelBuilder other = new ModelBuilder("m", Design.usual(List.of()));
        CountCell count = other.region("r").count("n", 9);
        other.on(other.actor("a"), count).step("x").when(c -> c.get() < 2)
                .costs("fast").after("late").then(CountCell::increment);
        assertThat(times(other.build(), Duration.constant(30))).containsExactly("30 a", "60 a");
    }

    @Test
    void tiesGoToTheActorDeclaredFirstAndThenByName() {
        CountCell first = open.region("r").count("n", 9);
        CountCell second = open.region("q").count("n", 9);
        var late = open.actor("z");
        open.on(late, first)
                .step("walks").when(c -> c.get() < 1).then(CountCell::increment)
                .step("talks").when(c -> c.get() < 2).then(CountCell::increment);
        open.on(open.actor("a"), second).step("x").when(c -> c.get() < 1)
                .then(CountCell::increment);
        Trace trace = new Trace();
        new Run(open.build(), new EarliestFirst(TimingProfile.named("p"), 1)).tell(trace).go();
        assertThat(trace.names()).containsExactly("z talks", "z talks", "a x");
    }

    @Test
    void aStepThatAnotherMadePossibleStartsFromThen() {
        TimingProfile profile = TimingProfile.named("p")
                .with("look", Duration.constant(10), "").with("park", Duration.constant(10), "")
                .with("work comes", Duration.constant(5), "");
        Trace trace = new Trace();
        RunResult result = new Run(LostWakeUp.broken(), new EarliestFirst(profile, 1))
                .tell(trace).go();
        assertThat(result.end()).isEqualTo(RunEnd.BROKEN);
        assertThat(result.endNs()).isEqualTo(10);
        assertThat(trace.names()).containsExactly("sleeper sleep: looks for work",
                "waker wake: posts work", "waker wake: kicks", "sleeper sleep: parks");
        assertThat(trace.atNs(2)).isEqualTo(5);
        TimingProfile late = TimingProfile.named("p")
                .with("look", Duration.constant(10), "").with("park", Duration.constant(10), "")
                .with("work comes", Duration.constant(100), "");
        RunResult kept = new Run(LostWakeUp.broken(), new EarliestFirst(late, 1)).go();
        assertThat(kept.isClean()).isTrue();
    }

    @Test
    void anotherDesignSeesTheSameChanceInWhatIsTheSame() {
        TimingProfile profile = TimingProfile.named("p")
                .with("look", Duration.uniform(1, 9), "").with("park", Duration.uniform(1, 9), "")
                .with("work comes", Duration.uniform(0, 1_000_000), "");
        Trace broken = new Trace();
        Trace repaired = new Trace();
        new Run(LostWakeUp.broken(), new EarliestFirst(profile, 6)).tell(broken).go();
        new Run(LostWakeUp.repaired(), new EarliestFirst(profile, 6)).tell(repaired).go();
        assertThat(timeOf(broken, "waker wake: posts work"))
                .isEqualTo(timeOf(repaired, "waker wake: posts work")).isPositive();
    }

    @Test
    void theNthTimeUnderAKeyIsTheSameInADesignThatSpendsMoreUnderAnother() {
        List<Long> plain = timesUnderWork(0);
        assertThat(plain).hasSize(6).doesNotHaveDuplicates();
        assertThat(timesUnderWork(1)).isEqualTo(plain);
        assertThat(timesUnderWork(3)).isEqualTo(plain);
    }

    /** What an actor takes for each of six works, if it rests so often before each. */
    private static List<Long> timesUnderWork(int rests) {
        ModelBuilder open = new ModelBuilder("m", Design.usual(List.of()));
        CountCell turn = open.region("r").count("turn", 99);
        int round = rests + 1;
        open.on(open.actor("a"), turn)
                .step("works").when(c -> c.get() < 6 * round && c.get() % round == rests)
                .costs("work").after("yawn").then(CountCell::increment)
                .step("rests").when(c -> c.get() < 6 * round && c.get() % round != rests)
                .costs("rest").after("yawn").then(CountCell::increment);
        TimingProfile profile = TimingProfile.named("p").with("work", Duration.exponential(900), "")
                .with("rest", Duration.uniform(1, 99), "").with("yawn", Duration.uniform(1, 9), "");
        EarliestFirst clock = new EarliestFirst(profile, 4);
        List<Long> times = new ArrayList<>();
        new Run(open.build(), clock).tell(new RunObserver() {
            private long busyNs;

            @Override
            public void stepped(Step step, long number, long atNs) {
                long nowBusyNs = clock.busyNs(step.actor());
                if (step.name().equals("works")) {
                    times.add(nowBusyNs - busyNs);
                }
                busyNs = nowBusyNs;
            }
        }).go();
        return times;
    }

    @Test
    void aRunThatGoesAgainIsAsOneThatIsMadeAnew() {
        TimingProfile profile = TimingProfile.named("p")
                .with("stroll", Duration.uniform(1, 99), "").with("look", Duration.constant(2), "")
                .with("walk", Duration.exponential(7), "");
        EarliestFirst clock = new EarliestFirst(profile, 0);
        Trace again = new Trace();
        Run run = new Run(Crowd.of(4), clock).tell(again).goOnWhenBroken().atMost(200);
        for (long seed : new long[] {5, 6, 5}) {
            clock.again(seed);
            RunResult result = run.go();
            assertThat(again.hash()).isEqualTo(crowdHash(seed));
            assertThat(result.broken()).isNotEmpty();
        }
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        assertThat(crowdHash(5)).isEqualTo(crowdHash(5)).isNotEqualTo(crowdHash(6));
    }

    @Property(tries = 100)
    void itTakesWhatASimpleSimulationWouldTake(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int guests) {
        TimingProfile profile = TimingProfile.named("p")
                .with("stroll", Duration.uniform(0, 9), "").with("look", Duration.uniform(0, 3), "")
                .with("walk", Duration.exponential(4), "");
        Trace fast = new Trace();
        new Run(Crowd.of(guests), new EarliestFirst(profile, seed))
                .tell(fast).goOnWhenBroken().atMost(150).go();
        Trace slow = new Trace();
        new Run(Crowd.of(guests), new PlainEarliestFirst(profile, seed))
                .tell(slow).goOnWhenBroken().atMost(150).go();
        assertThat(fast.hash()).isEqualTo(slow.hash());
        for (int i = 1; i <= 150; i++) {
            assertThat(fast.atNs(i)).isEqualTo(slow.atNs(i));
        }
    }

    @Test
    void anUnknownCostNamesKeyProfileAndStep() {
        assertThatThrownBy(() -> new Run(
                Crowd.of(1), new EarliestFirst(TimingProfile.named("milan"), 1)).go())
                .isInstanceOf(UnknownCostException.class)
                .hasMessageContaining("profile 'milan' has no cost 'stroll'")
                .hasMessageContaining("wanted by step 'guest0 visit: strolls'");
    }

    @Test
    void timeThatStandsStillIsNamed() {
        TimingProfile free = TimingProfile.named("free").with("stroll", Duration.constant(0), "")
                .with("look", Duration.constant(0), "").with("walk", Duration.constant(0), "");
        EarliestFirst clock = new EarliestFirst(free, 1);
        RunResult result = new Run(Crowd.of(1), clock).atMost(1_000).go();
        assertThat(result.end()).isEqualTo(RunEnd.STEP_LIMIT);
        assertThat(clock.standsStill(1_001)).isEmpty();
        assertThat(clock.standsStill(900)).hasValue("time stands still at 0 ns for 999 steps,"
                + " lately guest0 visit: strolls; guest0 visit: sees the door open;"
                + " guest0 visit: goes in; guest0 visit: comes out:"
                + " give one of them a cost in profile 'free'");
    }

    @Test
    void timeThatMovesIsNotNamed() {
        counter("a", 9, "fast", "");
        EarliestFirst clock = new EarliestFirst(profile(Duration.constant(0)), 1);
        new Run(open.build(), clock).atMost(5).go();
        assertThat(clock.standsStill(1)).isEmpty();
        assertThat(clock.nowNs()).isEqualTo(16);
    }

    private static long crowdHash(long seed) {
        TimingProfile profile = TimingProfile.named("p")
                .with("stroll", Duration.uniform(1, 99), "").with("look", Duration.constant(2), "")
                .with("walk", Duration.exponential(7), "");
        Trace trace = new Trace();
        new Run(Crowd.of(4), new EarliestFirst(profile, seed))
                .tell(trace).goOnWhenBroken().atMost(200).go();
        return trace.hash();
    }

    private static long timeOf(Trace trace, String name) {
        return trace.atNs(trace.names().indexOf(name) + 1);
    }

    private void counter(String actor, int times, String cost, String delay) {
        CountCell count = open.region(actor).count("n", 99);
        open.on(open.actor(actor), count).step("counts").when(c -> c.get() < times)
                .costs(cost).after(delay).then(CountCell::increment);
    }

    private List<String> timed(Duration late) {
        return times(open.build(), late);
    }

    private static List<String> times(Model model, Duration late) {
        Trace trace = new Trace();
        new Run(model, new EarliestFirst(profile(late), 1)).tell(trace).go();
        List<String> times = new ArrayList<>();
        for (int i = 1; i <= trace.length(); i++) {
            times.add(trace.atNs(i) + " " + trace.step(i).actor());
        }
        return times;
    }

    private static TimingProfile profile(Duration late) {
        return TimingProfile.named("p").with("slow", Duration.constant(10), "")
                .with("fast", Duration.constant(4), "").with("late", late, "");
    }
}

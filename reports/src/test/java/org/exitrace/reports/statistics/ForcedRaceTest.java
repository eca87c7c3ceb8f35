package org.exitrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.engine.time.Injection;
import org.exitrace.engine.time.Quantile;
import org.exitrace.engine.time.TimingProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two clocks race, and how likely the slow one rings first is known exactly. */
class ForcedRaceTest {

    private static final int SEEDS = 40;
    private static final int MANY_DRAWS = 40;
    private static final int ITS_DRAWS = 2;
    private static final int RUNS = 20_000;
    private static final List<String> CLOCKS = List.of("slow", "fast");

    /** p = a / (a + b) of two exponential clocks of rates a and b: here 1/4, then 1/1,000,001. */
    @Test
    void knowsHowLikelyAnExponentialClockRingsBeforeAFasterOne() {
        check(Duration.exponential(3_000_000_000L), Duration.exponential(1_000_000_000L), 0.25);
        check(Duration.exponential(4_000_000_000_000L), Duration.exponential(4_000_000),
                1 / 1_000_001.0);
    }

    /** A time from 0 to a thousand seconds is less than a millisecond once in a million. */
    @Test
    void knowsHowLikelyAUniformTimeIsVeryShort() {
        check(Duration.uniform(0, 999_999_999_999L), Duration.constant(1_000_000), 1e-6);
    }

    /** The far end of a measured tail: one in a hundred thousand of a part of it. */
    @Test
    void knowsHowLikelyAMeasuredTailIsLong() {
        Duration fast = Duration.quantiles(List.of(new Quantile(0, 100),
                new Quantile(999_900, 200), new Quantile(Quantile.ALL, 1_000_200)));
        check(Duration.constant(900_200), fast, 1e-5);
    }

    /** Most of these studies see light runs alone; 36 of 40 intervals have to hold the truth. */
    @ParameterizedTest
    @CsvSource({"1000,300", "20000,300", "20000,2000", "1000000,300"})
    void holdsTheProbabilityThoughTheHeavyRunsAreRare(int slower, int runs) {
        int holds = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Interval interval = study(slower, runs, seed).interval();
            double exactly = 1.0 / (slower + 1);
            holds += interval.low() <= exactly && exactly <= interval.high() ? 1 : 0;
        }
        assertThat(holds).as("of %s studies", SEEDS).isGreaterThanOrEqualTo(36);
    }

    @Test
    void keepsBothEndsWhereEnoughRunsBreakIt() {
        WeightedShare share = study(3, 2_000, 0);
        assertThat(share.isBound()).isFalse();
        assertThat(share.interval().low()).isBetween(0.2, 0.25);
        assertThat(share.interval().high()).isBetween(0.25, 0.3);
    }

    private static void check(Duration slow, Duration fast, double exactly) {
        WeightedShare.Weights weights = race(slow, fast, ITS_DRAWS, RUNS, 1);
        double mean = weights.sum() / RUNS;
        double error = Math.sqrt((weights.squares() / RUNS - mean * mean) / RUNS);
        assertThat(mean).isCloseTo(exactly, within(4 * error));
        assertThat(error).as("the error of %s", exactly).isLessThan(exactly / 5);
    }

    private static WeightedShare study(int slower, int runs, int seed) {
        return WeightedShare.of(race(Duration.exponential(1_000_000L * slower),
                Duration.exponential(1_000_000), MANY_DRAWS, runs, seed), runs, 2);
    }

    /** What the runs count in which the slow clock rang first; one of {@code among} is forced. */
    private static WeightedShare.Weights race(
            Duration slow, Duration fast, int among, int runs, long seed) {
        Injection injection = new Injection();
        TimingProfile profile = TimingProfile.named("clocks")
                .with("slow", slow, "made up").with("fast", fast, "made up");
        EarliestFirst timed = new EarliestFirst(injection.into(profile, CLOCKS), seed);
        Run run = new Run(clocks(), timed).goOnWhenBroken();
        long shown = 0;
        double sum = 0;
        double squares = 0;
        double greatest = 0;
        for (int number = 0; number < runs; number++) {
            long own = RandomStream.seedOfRun(seed, number);
            injection.begin(own, among);
            timed.again(own);
            if (!run.go().isClean()) {
                double weight = injection.weight();
                shown++;
                sum += weight;
                squares += weight * weight;
                greatest = Math.max(greatest, weight);
            }
        }
        return new WeightedShare.Weights(shown, sum, squares, greatest);
    }

    /** The property breaks if the slow clock rings while the fast one has not. */
    private static Model clocks() {
        ModelBuilder model = new ModelBuilder("clocks", Design.usual(List.of()));
        FlagCell slow = model.region("slow").flag("rang");
        FlagCell fast = model.region("fast").flag("rang");
        model.on(model.actor("slow-clock"), slow).step("rings").when(FlagCell::isClear)
                .after("slow").then(FlagCell::raise);
        model.on(model.actor("fast-clock"), fast).step("rings").when(FlagCell::isClear)
                .after("fast").then(FlagCell::raise);
        model.never("slow-first", "the slow clock rings first",
                () -> slow.isSet() && fast.isClear());
        return model.build();
    }
}

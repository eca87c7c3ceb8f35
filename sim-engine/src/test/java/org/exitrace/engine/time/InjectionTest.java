package org.exitrace.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.state.FlagCell;
import org.junit.jupiter.api.Test;

/** Two clocks race; how likely the slow one rings first is known exactly. */
class InjectionTest {

    private static final int RUNS = 20_000;

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

    @Test
    void noRunCountsMoreThanTwice() {
        Injection injection = new Injection();
        RandomStream stream = RandomStream.named(5, "draws");
        double sum = 0;
        for (int run = 0; run < RUNS; run++) {
            injection.begin(RandomStream.seedOfRun(7, run), 20);
            int draws = stream.nextInt(30);
            for (int i = 0; i < draws; i++) {
                injection.place(stream.nextLong() >>> 1);
            }
            assertThat(injection.draws()).isEqualTo(draws);
            assertThat(injection.weight()).isBetween(0.0, 2.0);
            sum += injection.weight();
        }
        assertThat(sum / RUNS).as("the weights of all runs").isCloseTo(1, within(0.02));
    }

    @Test
    void aRunThatIsOnlyCountedIsAsItWouldBeWithout() {
        TimingProfile profile = profile(Duration.uniform(0, 1_000), Duration.uniform(0, 1_000));
        Injection injection = new Injection();
        injection.begin();
        EarliestFirst counted = new EarliestFirst(injection.into(
                profile, List.of("slow", "fast")), 3);
        EarliestFirst plain = new EarliestFirst(profile, 3);
        Model model = clocks();
        assertThat(new Run(model, counted).go().endNs())
                .isEqualTo(new Run(model, plain).go().endNs());
        assertThat(injection.draws()).isEqualTo(2);
    }

    private static void check(Duration slow, Duration fast, double exactly) {
        Injection injection = new Injection();
        EarliestFirst timed = new EarliestFirst(
                injection.into(profile(slow, fast), List.of("slow", "fast")), 0);
        Run run = new Run(clocks(), timed).goOnWhenBroken();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < RUNS; i++) {
            long seed = RandomStream.seedOfRun(1, i);
            injection.begin(seed, 2);
            timed.again(seed);
            double shown = run.go().isClean() ? 0 : injection.weight();
            sum += shown;
            squares += shown * shown;
        }
        double mean = sum / RUNS;
        double error = Math.sqrt((squares / RUNS - mean * mean) / RUNS);
        assertThat(mean).isCloseTo(exactly, within(4 * error));
        assertThat(error).as("the error of %s", exactly).isLessThan(exactly / 5);
    }

    private static TimingProfile profile(Duration slow, Duration fast) {
        return TimingProfile.named("clocks").with("slow", slow, "made up")
                .with("fast", fast, "made up");
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

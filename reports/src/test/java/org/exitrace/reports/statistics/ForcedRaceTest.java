package org.exitrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.exitrace.engine.time.TimingProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of a race of two exponential clocks, which is known exactly: a / (a + b). */
class ForcedRaceTest {

    private static final int SEEDS = 40;
    private static final int DRAWS = 40;
    private static final List<String> CLOCKS = List.of("slow", "fast");

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

    private static WeightedShare study(int slower, int runs, int seed) {
        Injection injection = new Injection();
        TimingProfile profile = TimingProfile.named("clocks")
                .with("slow", Duration.exponential(1_000_000L * slower), "made up")
                .with("fast", Duration.exponential(1_000_000), "made up");
        EarliestFirst timed = new EarliestFirst(injection.into(profile, CLOCKS), seed);
        Run run = new Run(clocks(), timed).goOnWhenBroken();
        long shown = 0;
        double sum = 0;
        double squares = 0;
        double greatest = 0;
        for (int number = 0; number < runs; number++) {
            long own = RandomStream.seedOfRun(seed, number);
            injection.begin(own, DRAWS);
            timed.again(own);
            if (!run.go().isClean()) {
                double weight = injection.weight();
                shown++;
                sum += weight;
                squares += weight * weight;
                greatest = Math.max(greatest, weight);
            }
        }
        return WeightedShare.of(
                new WeightedShare.Weights(shown, sum, squares, greatest), runs, 2);
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

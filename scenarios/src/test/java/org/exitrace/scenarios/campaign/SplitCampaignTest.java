package org.exitrace.scenarios.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.junit.jupiter.api.Test;

/** A walker is to be through before a bell rings: how likely it is, is known exactly. */
class SplitCampaignTest {

    private static final long SECOND = 1_000_000_000;

    /** Each step, of mean ten, comes before the bell, of mean one, once in eleven times. */
    @Test
    void knowsHowLikelyManyExponentialTimesAreEachShort() {
        for (int steps : new int[] {1, 4, 8}) {
            check(steps, Duration.exponential(SECOND), StrictMath.pow(1 / 11.0, steps), 0.2);
        }
    }

    /** Ten waiting times of mean ten within a time of ten: a Poisson number is at least ten. */
    @Test
    void knowsHowLikelyTenTimesAreShortTogether() {
        double less = 0;
        double term = StrictMath.exp(-1);
        for (int i = 0; i < 10; i++) {
            less += term;
            term /= i + 1;
        }
        check(10, Duration.constant(10 * SECOND), 1 - less, 0.2);
    }

    /** Plain runs break it often enough to be known as well. */
    @Test
    void agreesWithPlainRuns() {
        TimingProfile house = TimingProfile.named("house")
                .with("look", Duration.uniform(1, 20), "made up")
                .with("ring", Duration.exponential(5), "made up")
                .with("walk", Duration.exponential(3), "made up");
        Scenario scenario = Doorbells.scenario();
        ScenarioDesign design = scenario.design("original").orElseThrow();
        TimingSamples plain = new TimingCampaign(scenario, design, house).seed(3).runs(20_000).go();
        double share = plain.broken("deadlock") / 20_000.0;
        double error = Math.sqrt(share * (1 - share) / 20_000);
        double[] split = new SplitCampaign(() -> scenario.build(design), house, "deadlock")
                .seed(4).runs(20_000).go().orElseThrow().estimates();
        assertThat(share).isBetween(0.001, 0.9);
        assertThat(mean(split)).isCloseTo(share, within(3 * (error + error(split))));
    }

    @Test
    void tellsTheSameInAnyNumberOfThreadsAndAnotherByAnotherSeed() {
        String one = told(walk(4, Duration.constant(SECOND)).threads(1).seed(1));
        assertThat(told(walk(4, Duration.constant(SECOND)).threads(3).seed(1))).isEqualTo(one);
        assertThat(told(walk(4, Duration.constant(SECOND)).threads(1).seed(2))).isNotEqualTo(one);
    }

    @Test
    void saysWhereNoScheduleBreaksIt() {
        Scenario scenario = Doorbells.scenario();
        ScenarioDesign design = scenario.design("repaired").orElseThrow();
        SplitSamples samples = new SplitCampaign(() -> scenario.build(design), profile(
                Duration.constant(1)), "deadlock").go().orElseThrow();
        assertThat(samples.isImpossible()).isTrue();
    }

    /** The bell rings at once: no walker takes a step before. */
    @Test
    void saysHowNearRunsCameThatDidNotComeThere() {
        SplitSamples samples = walk(3, Duration.constant(0)).go().orElseThrow();
        assertThat(samples.isImpossible()).isFalse();
        assertThat(samples.nearest()).isEqualTo(3);
        assertThat(samples.estimates()).isEmpty();
    }

    @Test
    void tellsNothingOfAMachineThatIsTooLarge() {
        assertThat(walk(9, Duration.constant(SECOND)).states(3).go()).isEmpty();
        assertThat(walk(9, Duration.constant(SECOND)).until(() -> true).go()).isEmpty();
    }

    private static void check(int steps, Duration bell, double exactly, double precision) {
        SplitSamples samples = walk(steps, bell).seed(1).runs(4_000).go().orElseThrow();
        double error = error(samples.estimates());
        assertThat(samples.farthest()).isEqualTo(steps);
        assertThat(samples.nearest()).isZero();
        assertThat(mean(samples.estimates())).isCloseTo(exactly, within(4 * error));
        assertThat(error).as("the error of %s", exactly).isLessThan(precision * exactly);
    }

    private static String told(SplitCampaign campaign) {
        SplitSamples samples = campaign.go().orElseThrow();
        return samples.levels() + Arrays.toString(samples.estimates());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double error(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }

    private static SplitCampaign walk(int steps, Duration bell) {
        return new SplitCampaign(() -> walker(steps), profile(bell), "through").runs(400);
    }

    private static TimingProfile profile(Duration bell) {
        return TimingProfile.named("street")
                .with("walk", Duration.exponential(10 * SECOND), "made up")
                .with("look", Duration.constant(1), "made up")
                .with("ring", bell, "made up");
    }

    private static Model walker(int steps) {
        ModelBuilder model = new ModelBuilder("street", Design.usual(List.of()));
        CountCell walked = model.region("walker").count("walked", steps);
        FlagCell rang = model.region("bell").flag("rang");
        model.on(model.actor("bell"), rang).step("rings").when(FlagCell::isClear)
                .after("ring").then(FlagCell::raise);
        model.on(model.actor("walker"), walked).step("walks")
                .when(cell -> cell.get() < steps).after("walk").then(CountCell::increment);
        model.never("through", "the walker is through before the bell rings",
                () -> walked.get() == steps && rang.isClear());
        return model.build();
    }
}

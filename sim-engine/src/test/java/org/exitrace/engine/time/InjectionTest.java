package org.exitrace.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.sample.Crowd;
import org.exitrace.engine.step.Step;
import org.junit.jupiter.api.Test;

/** What forced runs count; that they know a probability is in the tests of reports. */
class InjectionTest {

    private static final int RUNS = 20_000;

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
        TimingProfile profile = TimingProfile.named("p")
                .with("stroll", Duration.uniform(0, 1_000), "made up")
                .with("look", Duration.uniform(10, 100), "made up")
                .with("walk", Duration.constant(3), "made up");
        Injection injection = new Injection();
        injection.begin();
        EarliestFirst counted = new EarliestFirst(injection.into(
                profile, List.of("stroll", "look", "walk")), 3);
        EarliestFirst plain = new EarliestFirst(profile, 3);
        Model model = Crowd.of(3);
        assertThat(endNs(model, counted)).isEqualTo(endNs(model, plain)).isPositive();
        long drawn = 0;
        for (Step step : model.steps()) {
            drawn += step.costKey().equals("walk") ? 0 : counted.spending().times(step.index());
        }
        assertThat(injection.draws()).as("one for each time that varies").isEqualTo((int) drawn)
                .isPositive();
    }

    private static long endNs(Model model, EarliestFirst timed) {
        return new Run(model, timed).goOnWhenBroken().atMost(100).go().endNs();
    }
}

package org.exitrace.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.step.Step;
import org.junit.jupiter.api.Test;

/** Runs that branch off others. */
class LineageTest {

    private static final int STEPS = 12;
    private static final int RUNS = 4_000;

    private final Model model = model();

    @Test
    void isTheSameRunUpToWhereItBranchesOffAndAnotherBehind() {
        List<String> plain = run(Lineage.of(1));
        List<String> branched = run(Lineage.of(1).branch(5, 2));
        assertThat(branched.subList(0, 5)).isEqualTo(plain.subList(0, 5));
        assertThat(branched.subList(5, STEPS)).isNotEqualTo(plain.subList(5, STEPS));
        assertThat(run(Lineage.of(1).branch(5, 2))).isEqualTo(branched);
        assertThat(run(Lineage.of(1).branch(5, 2).branch(9, 3)).subList(0, 9))
                .isEqualTo(branched.subList(0, 9));
    }

    /** A run that branches off a run by chance is again a run by chance: ends are as likely. */
    @Test
    void drawsRunsThatBranchOffAsLikelyAsTheyAre() {
        long[] plain = new long[RUNS];
        long[] branched = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long seed = RandomStream.seedOfRun(7, i);
            plain[i] = end(Lineage.of(seed));
            branched[i] = end(Lineage.of(~seed).branch(3, seed + 1).branch(6, seed + 2));
        }
        Arrays.sort(plain);
        Arrays.sort(branched);
        for (int part = 1; part < 10; part++) {
            long at = plain[RUNS * part / 10];
            long less = Arrays.stream(branched).filter(end -> end < at).count();
            assertThat(less / (double) RUNS).as("of branched runs less than the %s0th percentile",
                    part).isCloseTo(part / 10.0, within(0.035));
        }
    }

    @Test
    void branchesOffOnlyBehindWhereItBegan() {
        Lineage lineage = Lineage.of(1).branch(5, 2);
        assertThatThrownBy(() -> lineage.branch(5, 3)).hasMessageContaining("behind step 5");
        assertThatThrownBy(() -> Lineage.of(1).branch(0, 3)).hasMessageContaining("step 0");
    }

    /** What is longer than so much is as long as a sample that happens to be. */
    @Test
    void drawsOnlyWhatIsLongerThanWhatHasPassedAndEachAsLikely() {
        for (Duration duration : List.of(Duration.uniform(100, 10_000),
                Duration.exponential(3_000), Duration.exponential(1_000).times(3_000),
                Duration.quantiles(List.of(new Quantile(0, 10), new Quantile(500_000, 3_000),
                        new Quantile(Quantile.ALL, 90_000))))) {
            RandomStream stream = RandomStream.named(11, duration.toString());
            double[] plain = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                long sample = duration.sample(stream);
                while (sample <= 2_500) {
                    sample = duration.sample(stream);
                }
                plain[i] = sample;
            }
            double[] above = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                above[i] = duration.above(2_500, 2_501, stream);
                assertThat(above[i]).isGreaterThan(2_500);
            }
            double mean = Arrays.stream(plain).average().orElseThrow();
            assertThat(Arrays.stream(above).average().orElseThrow()).as(duration.toString())
                    .isCloseTo(mean, within(0.06 * mean));
        }
        assertThat(Duration.uniform(1, 9).above(9, 17, RandomStream.named(1, "none")))
                .as("nothing is longer").isEqualTo(17);
    }

    private long end(Lineage lineage) {
        return new Run(model, new EarliestFirst(profile(), 0).again(lineage)).go().endNs();
    }

    private List<String> run(Lineage lineage) {
        List<String> steps = new ArrayList<>();
        new Run(model, new EarliestFirst(profile(), 0).again(lineage)).tell(new RunObserver() {
            @Override
            public void stepped(Step step, long number, long atNs) {
                steps.add(atNs + " " + step.fullName());
            }
        }).go();
        return steps;
    }

    private static TimingProfile profile() {
        return TimingProfile.named("p").with("work", Duration.exponential(1_000_000), "made up")
                .with("wait", Duration.uniform(10, 3_000_000), "made up");
    }

    /** Three that work and wait, four times each; the last one's end is the run's. */
    private static Model model() {
        ModelBuilder model = new ModelBuilder("m", Design.usual(List.of()));
        for (String name : List.of("a", "b", "c")) {
            CountCell count = model.region(name).count("n", 9);
            model.on(model.actor(name), count).step("works").when(cell -> cell.get() < 4)
                    .costs("work").after("wait").then(CountCell::increment);
        }
        return model.build();
    }
}

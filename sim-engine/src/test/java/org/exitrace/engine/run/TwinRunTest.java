package org.exitrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.sample.Crowd;
import org.exitrace.engine.sample.Net;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.engine.time.TimingProfile;
import org.junit.jupiter.api.Test;

class TwinRunTest {

    private static int shared;

    @Property(tries = 50)
    void aDeterministicModelRunsLikeItsTwin(@ForAll long net, @ForAll long seed) {
        TwinRun twin = new TwinRun(() -> Net.of(net), new RandomChoice(seed));
        RunResult result = new Run(Net.of(net), twin).goOnWhenBroken().atMost(60).go();
        assertThat(twin.difference()).isEmpty();
        RunResult alone = new Run(Net.of(net), new RandomChoice(seed))
                .goOnWhenBroken().atMost(60).go();
        assertThat(result.fingerprint()).isEqualTo(alone.fingerprint());
        assertThat(result.steps()).isEqualTo(alone.steps());
    }

    @Test
    void aTimedRunIsTheSameWithATwin() {
        TimingProfile profile = TimingProfile.named("p")
                .with("stroll", Duration.uniform(5, 50), "").with("look", Duration.constant(1), "")
                .with("walk", Duration.constant(3), "");
        TwinRun twin = new TwinRun(() -> Crowd.of(3), new EarliestFirst(profile, 4));
        Trace timed = new Trace();
        new Run(Crowd.of(3), twin).tell(timed).goOnWhenBroken().atMost(100).go();
        Trace alone = new Trace();
        new Run(Crowd.of(3), new EarliestFirst(profile, 4))
                .tell(alone).goOnWhenBroken().atMost(100).go();
        assertThat(twin.difference()).isEmpty();
        assertThat(timed.hash()).isEqualTo(alone.hash());
        assertThat(timed.atNs(100)).isEqualTo(alone.atNs(100)).isPositive();
    }

    @Test
    void stateOutsideOfTheVectorIsFoundInTheCellThatDiffers() {
        shared = 0;
        TwinRun twin = new TwinRun(TwinRunTest::leaky, new InOrder());
        RunResult result = new Run(leaky(), twin).go();
        assertThat(result.steps()).isEqualTo(1);
        assertThat(twin.difference()).hasValueSatisfying(found -> {
            assertThat(found.steps()).isEqualTo(1);
            assertThat(found.cell()).isPresent();
            assertThat(found).hasToString("the model is not deterministic; behind step 1 the states"
                    + " differ: r.n = 1 against r.n = 2. Likely causes: the order of a HashMap or"
                    + " HashSet, an identity hash code, a static field that a model changes, a"
                    + " clock or a random number, or a guard that reads what is not in the"
                    + " vector.");
        });
    }

    @Test
    void aDifferenceInTheFirstSetOfStepsIsFound() {
        TwinRun twin = new TwinRun(() -> Crowd.of(2), new InOrder());
        assertThat(new Run(Crowd.of(1), twin).go().steps()).isZero();
        assertThat(twin.difference()).hasValueSatisfying(found -> {
            assertThat(found.enabled()).containsExactly("guest0 visit: strolls");
            assertThat(found.twinEnabled()).hasSize(2);
        });
    }

    @Test
    void aGuardOnWhatIsNotInTheVectorIsFoundAsADifferenceInSteps() {
        int[] made = new int[1];
        TwinRun twin = new TwinRun(() -> guardedBy(made[0]++), new InOrder());
        new Run(guardedBy(made[0]++), twin).go();
        assertThat(twin.difference()).hasValueSatisfying(found -> assertThat(found.toString())
                .contains("what can be taken differs: [a x] against []"));
    }

    @Test
    void aDifferenceAtTheEndIsFoundToo() {
        shared = 0;
        TwinRun twin = new TwinRun(TwinRunTest::leaky, new InOrder());
        new Run(leaky(), twin).atMost(1).go();
        assertThat(twin.difference()).isPresent();
    }

    private static Model leaky() {
        ModelBuilder open = new ModelBuilder("leaky", Design.usual(List.of()));
        CountCell count = open.region("r").count("n", 1_000);
        open.on(open.actor("a"), count).step("x").then(c -> c.become(++shared));
        return open.build();
    }

    private static Model guardedBy(int number) {
        ModelBuilder open = new ModelBuilder("guarded", Design.usual(List.of()));
        CountCell count = open.region("r").count("n", 1_000);
        open.on(open.actor("a"), count).step("x").when(c -> number == 0).then(c -> { });
        return open.build();
    }
}

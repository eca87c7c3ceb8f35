package org.exitrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.sample.LostWakeUp;
import org.exitrace.engine.sample.Net;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.step.Step;
import org.junit.jupiter.api.Test;

/** A run that remembers has to be the run that takes each step. */
class RememberingWalkTest {

    private static final int NEVER = Integer.MAX_VALUE;
    private static final int RUNS = 5;
    private static final int STEPS = 60;

    @Property(tries = 200)
    void whatIsLookedUpIsWhatTakingTheStepGives(@ForAll long net, @ForAll long seed) {
        assertThat(told(() -> Net.of(net), seed, 0, 1 << 10, 0))
                .isEqualTo(told(() -> Net.of(net), seed, NEVER, 0, 0));
    }

    @Property(tries = 50)
    void remembersFromTheMiddleOfARunOn(@ForAll long net, @ForAll long seed) {
        assertThat(told(() -> Net.of(net), seed, 75, 1 << 10, 0))
                .isEqualTo(told(() -> Net.of(net), seed, NEVER, 0, 0));
    }

    @Property(tries = 50)
    void forgetsAndGivesUpInTheMiddleOfARun(@ForAll long net, @ForAll long seed) {
        assertThat(told(() -> Net.of(net), seed, 0, 9, 0))
                .isEqualTo(told(() -> Net.of(net), seed, NEVER, 0, 0));
    }

    @Property(tries = 200)
    void aStepThatWasLearnedDoesWhatTakingItDoes(
            @ForAll long net, @ForAll long seed, @ForAll @IntRange(max = 400) int mostLearned) {
        assertThat(told(() -> Net.of(net), seed, 0, 2, mostLearned))
                .isEqualTo(told(() -> Net.of(net), seed, NEVER, 0, 0));
    }

    @Test
    void aRoutineWhoseStepsWereLearnedGoesAsItWould() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(told(LostWakeUp::broken, seed, 0, 2, 1 << 12))
                    .isEqualTo(told(LostWakeUp::broken, seed, NEVER, 0, 0));
        }
    }

    @Test
    void whatIsOwedAndBrokenIsToldAlike() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(told(LostWakeUp::broken, seed, 0, 100, 0))
                    .isEqualTo(told(LostWakeUp::broken, seed, NEVER, 0, 0));
        }
    }

    /** A third state fills the memory; behind it each step is taken once more, and no more. */
    @Test
    void beginsToRememberAnewWhereMostStepsWereKnown() {
        int[] fired = new int[1];
        Run run = new Run(lamp(fired, true), dusk(40)).atMost(81).remember(0, 3, 0);
        assertThat(run.go().steps()).isEqualTo(81);
        assertThat(fired[0]).isEqualTo(2);
    }

    @Test
    void takesEachStepWhereItGaveUp() {
        int[] fired = new int[1];
        Run run = new Run(lamp(fired, true), dusk(2)).atMost(41).remember(0, 3, 0);
        assertThat(run.go().steps()).isEqualTo(41);
        assertThat(fired[0]).isEqualTo(20);
    }

    /** Four steps go by before it gives up; behind that each of the two is taken once. */
    @Test
    void takesNoStepAgainThatItLearned() {
        int[] fired = new int[1];
        Run run = new Run(lamp(fired, true), dusk(2)).atMost(41).remember(0, 3, 1 << 10);
        assertThat(run.go().steps()).isEqualTo(41);
        assertThat(fired[0]).isEqualTo(2);
    }

    /** Dusk falls behind so many steps, and whoever can turn the lamp does so otherwise. */
    private static Scheduler dusk(int behind) {
        int[] taken = new int[1];
        return enabled -> taken[0]++ == behind ? enabled.find("sun sets") : enabled.get(0);
    }

    @Test
    void takesNoStepAgainThatItRemembers() {
        int[] fired = new int[1];
        Run run = new Run(lamp(fired, true), new InOrder()).atMost(50).remember(0, 100, 0);
        run.go();
        run.go();
        assertThat(fired[0]).isEqualTo(1);
    }

    @Test
    void aGuardThatWritesIsAnErrorWhileItRemembersToo() {
        Run run = new Run(lamp(new int[1], false), new InOrder()).atMost(5).remember(0, 100, 0);
        assertThatThrownBy(run::go).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("writes cell 'lamp.on'");
    }

    /** A lamp that goes on and off; a guard that is not {@code honest} writes where it is off. */
    private static Model lamp(int[] fired, boolean honest) {
        ModelBuilder model = new ModelBuilder("lamp", Design.usual(List.of()));
        FlagCell on = model.region("lamp").flag("on");
        FlagCell dark = model.region("sky").flag("dark");
        model.on(model.actor("hand"), on)
                .step("turns it on").when(FlagCell::isClear).then(it -> {
                    fired[0]++;
                    it.raise();
                })
                .step("turns it off").when(it -> {
                    if (!honest) {
                        it.raise();
                    }
                    return it.isSet();
                }).then(FlagCell::clear);
        model.on(model.actor("sun"), dark)
                .step("sets").when(FlagCell::isClear).then(FlagCell::raise);
        return model.build();
    }

    /** All that scheduler, observers and results are told in some runs, one behind the other. */
    private static List<String> told(
            Supplier<Model> factory, long seed, int before, int mostStates,
            int mostLearned) {
        Model model = factory.get();
        Scribe scribe = new Scribe(model);
        Run run = new Run(model, scribe).goOnWhenBroken().atMost(STEPS).tell(scribe)
                .remember(before, mostStates, mostLearned);
        for (int i = 0; i < RUNS; i++) {
            scribe.choice = new RandomChoice(seed + i % 2);
            RunResult result = run.go();
            scribe.told.add(result.end() + " " + result.broken() + " " + result.reached() + " "
                    + result.owed() + " " + result.fingerprint() + model.fingerprint());
        }
        return scribe.told;
    }

    /** Chooses by chance, and writes down whatever it is told. */
    private static final class Scribe implements Scheduler, RunObserver {

        final List<String> told = new ArrayList<>();
        final Model model;
        RandomChoice choice;

        Scribe(Model model) {
            this.model = model;
        }

        @Override
        public void begins(Model begun) {
            told.add("begins " + begun.fingerprint());
        }

        @Override
        public Step next(Enabled enabled) {
            for (int i = 0; i < enabled.size(); i++) {
                told.add("may " + enabled.get(i));
            }
            return choice.next(enabled);
        }

        @Override
        public void becameEnabled(Step step) {
            told.add("scheduler + " + step);
        }

        @Override
        public void becameDisabled(Step step) {
            told.add("scheduler - " + step);
        }

        @Override
        public void taken(Step step) {
            told.add("scheduler took " + step);
        }

        @Override
        public void becameEnabled(Step step, long number) {
            told.add(number + " + " + step);
        }

        @Override
        public void becameDisabled(Step step, long number) {
            told.add(number + " - " + step);
        }

        @Override
        public void stepped(Step step, long number, long atNs) {
            told.add(number + " " + step + " " + model.fingerprint());
        }

        @Override
        public void broken(org.exitrace.engine.property.Property property, long number) {
            told.add(number + " breaks " + property.id() + " " + model.fingerprint());
        }

        @Override
        public void ended(RunResult result) {
            told.add("ended " + result.steps());
        }
    }
}

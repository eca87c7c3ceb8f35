package org.exitrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.sample.Errands;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.engine.time.StepSpending;

/** A timed run whose steps are learned, and told in one go, has to be the run that takes each. */
class LearnedTimedRunTest {

    private static final int NEVER = Integer.MAX_VALUE;
    private static final int STEPS = 6_000;
    private static final int RUNS = 2;

    @Property(tries = 25)
    void goesStepByStepAsTheRunThatTakesEach(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int runners,
            @ForAll @IntRange(max = 1 << 14) int mostLearned) {
        assertThat(told(runners, seed, 0, mostLearned, true))
                .isEqualTo(told(runners, seed, NEVER, 0, false));
    }

    @Property(tries = 10)
    void isToldAlikeInOneGoAndOneByOne(@ForAll long seed) {
        assertThat(told(70, seed, 0, 1 << 16, true)).isEqualTo(told(70, seed, NEVER, 0, false));
        assertThat(told(5, seed, 0, 1 << 16, false)).isEqualTo(told(5, seed, 0, 1 << 16, true));
    }

    private static List<String> told(
            int runners, long seed, int before, int mostLearned, boolean atOnce) {
        Model model = Errands.of(runners);
        EarliestFirst timed = new EarliestFirst(Errands.profile(), seed);
        Clerk clerk = new Clerk(timed, atOnce);
        Run run = new Run(model, clerk).goOnWhenBroken().atMost(STEPS)
                .remember(before, 2, mostLearned);
        for (int i = 0; i < RUNS; i++) {
            timed.again(seed + i);
            RunResult result = run.go();
            clerk.told.add(result.end() + " " + result.broken() + " " + result.reached() + " "
                    + result.endNs() + " " + result.fingerprint() + " " + model.fingerprint());
            StepSpending spent = timed.spending();
            for (Step step : model.steps()) {
                int place = step.index();
                clerk.told.add(spent.times(place) + " " + spent.costNs(place) + " "
                        + spent.queuedNs(place) + " " + spent.blockedNs(place) + " "
                        + spent.delayedNs(place));
            }
        }
        return clerk.told;
    }

    /** Writes down what is chosen and when; unless {@code atOnce}, tells the three one by one. */
    private static final class Clerk extends Forwarding {

        final List<String> told = new ArrayList<>();
        private final boolean atOnce;

        Clerk(Scheduler timed, boolean atOnce) {
            super(timed);
            this.atOnce = atOnce;
        }

        @Override
        public Step next(Enabled enabled) {
            Step chosen = super.next(enabled);
            told.add(nowNs() + " of " + enabled.size() + " " + chosen);
            return chosen;
        }

        @Override
        public void wentOn(Step step, Step next) {
            if (atOnce) {
                super.wentOn(step, next);
            } else {
                taken(step);
                becameDisabled(step);
                becameEnabled(next);
            }
        }
    }
}

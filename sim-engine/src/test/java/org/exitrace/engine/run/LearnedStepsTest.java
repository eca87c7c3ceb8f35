package org.exitrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.CellRangeException;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.junit.jupiter.api.Test;

class LearnedStepsTest {

    private static final int SMALL = 200;
    private static final int LARGE = 100_000;

    private final ModelBuilder builder = new ModelBuilder("bell", Design.usual(List.of()));
    private final CellScope scope = builder.region("bell");
    private final FlagCell loud = scope.flag("loud");
    private final CountCell strokes = scope.count("strokes", LARGE);
    private final CountCell hour = scope.count("hour", SMALL);
    private final FlagCell rung = scope.flag("rung");

    @Test
    void knowsWhatAStepDoesWhereItReadsTheSame() {
        Model model = quietBell();
        LearnedSteps steps = learned(model, 1 << 10);
        hour.become(7);
        LearnedStep known = steps.find(0);
        known.take(model.frame(), watch(model));
        assertThat(rung.isSet()).isTrue();
        assertThat(hour.get()).isEqualTo(7);
        assertThat(known.offered).containsExactly(model.steps().get(0));
    }

    @Test
    void doesNotKnowItWhereItReadsSomethingElse() {
        LearnedSteps steps = learned(quietBell(), 1 << 10);
        loud.raise();
        assertThat(steps.find(0)).isNull();
        assertThat(steps.isToLearn()).isTrue();
    }

    @Test
    void aStepThatOnlyCountsIsKnownHoweverLargeTheCount() {
        Model model = bell(strokes::increment);
        LearnedSteps steps = learned(model, 1 << 10);
        strokes.become(LARGE / 2);
        steps.find(0).take(model.frame(), watch(model));
        assertThat(strokes.get()).isEqualTo(LARGE / 2 + 1);
    }

    @Test
    void aFullCountIsNotCountedUp() {
        Model model = bell(strokes::increment);
        LearnedSteps steps = learned(model, 1 << 10);
        strokes.become(LARGE);
        assertThat(steps.find(0)).isNull();
        assertThatThrownBy(() -> learn(model, steps)).isInstanceOf(CellRangeException.class);
    }

    @Test
    void aCountThatIsLookedAtBehindTheStepIsHeldAgainstWhatItWas() {
        Model model = bell(() -> {
            strokes.increment();
            strokes.increment();
            rung.become(strokes.is(7));
        });
        LearnedSteps steps = learned(model, 1 << 10);
        strokes.become(5);
        assertThat(steps.find(0)).isNull();
        learn(model, steps);
        model.reset();
        strokes.become(5);
        steps.find(0).take(model.frame(), watch(model));
        assertThat(strokes.get()).isEqualTo(7);
        assertThat(rung.isSet()).isTrue();
        strokes.become(6);
        steps.find(0).take(model.frame(), watch(model));
        assertThat(rung.isClear()).isTrue();
    }

    @Test
    void learnsAFewOfManyValuesAndNoMore() {
        Model model = bell(() -> hour.become(strokes.get() % 12));
        LearnedSteps steps = learned(model, 1 << 10);
        for (int count = 1; count <= 8; count++) {
            strokes.become(100 * count);
            boolean isLearned = count < 8;
            assertThat(steps.find(0)).isNull();
            learn(model, steps);
            strokes.become(100 * count);
            assertThat(steps.find(0) != null).isEqualTo(isLearned);
            assertThat(steps.isToLearn()).isFalse();
        }
        strokes.become(300);
        steps.find(0).take(model.frame(), watch(model));
        assertThat(hour.get()).isZero();
    }

    @Test
    void learnsNothingMoreOnceItIsLarge() {
        LearnedSteps steps = learned(quietBell(), 2);
        loud.raise();
        assertThat(steps.find(0)).isNull();
        assertThat(steps.isToLearn()).isFalse();
    }

    /** A bell that counts its strokes while it is loud, and else only rings. */
    private Model quietBell() {
        return bell(() -> {
            if (loud.isSet()) {
                strokes.increment();
            }
            rung.raise();
        });
    }

    /** A bell of which somebody can always do that. */
    private Model bell(Runnable rings) {
        builder.on(builder.actor("ringer"), loud).step("rings").then(it -> rings.run());
        return builder.build();
    }

    private static CellWatch watch(Model model) {
        return new CellWatch(model.frame(), 1, 1, model.layout().cells().size());
    }

    /** What is learned when the bell rings once, of whose tree at most so many numbers are kept. */
    private static LearnedSteps learned(Model model, int most) {
        LearnedSteps steps = new LearnedSteps(model.frame(), 1, most);
        learn(model, steps);
        model.reset();
        return steps;
    }

    private static void learn(Model model, LearnedSteps steps) {
        assertThat(steps.find(0)).isNull();
        assertThat(steps.isToLearn()).isTrue();
        StepLesson lesson = new StepLesson(
                model.frame(), watch(model), model.layout().cells().size(), 1);
        steps.learn(0, lesson, lesson.take(model.steps().get(0), model.source(0)));
    }
}

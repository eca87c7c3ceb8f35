package org.exitrace.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.step.Actor;
import org.junit.jupiter.api.Test;

class StepSpendingTest {

    private static final TimingProfile PROFILE = TimingProfile.named("p")
            .with("long", Duration.constant(10), "").with("short", Duration.constant(4), "")
            .with("pause", Duration.constant(3), "");

    private final ModelBuilder open = new ModelBuilder("m", Design.usual(List.of()));
    private final CellScope scope = open.region("r");
    private final CountCell done = scope.count("done", 9);
    private final FlagCell free = scope.flag("free");
    private Model model;
    private EarliestFirst timed;

    @Test
    void countsWhatStepsCost() {
        open.on(open.actor("a"), done).step("works").when(it -> it.get() < 3)
                .costs("long").then(CountCell::increment);
        StepSpending spent = run();
        assertThat(spent.times(0)).isEqualTo(3);
        assertThat(spent.costNs(0)).isEqualTo(30);
        assertThat(spent.queuedNs(0)).isZero();
        assertThat(spent.blockedNs(0)).isZero();
    }

    @Test
    void whoWaitsForAnotherIsBlocked() {
        open.on(open.actor("a"), done)
                .step("works").when(it -> it.is(0)).costs("long").then(CountCell::increment)
                .step("frees").when(it -> it.is(1)).then(it -> {
                    it.increment();
                    free.raise();
                });
        open.on(open.actor("b"), free).step("takes").when(FlagCell::isSet).costs("short")
                .then(FlagCell::clear);
        StepSpending spent = run();
        assertThat(spent.blockedNs(2)).isEqualTo(10);
        assertThat(spent.queuedNs(2)).isZero();
        assertThat(spent.costNs(2)).isEqualTo(4);
    }

    @Test
    void whatAnotherMakesPossibleQueuesWhileTheActorIsBusy() {
        Actor worker = open.actor("a");
        open.on(worker, done).step("works").when(it -> it.is(0)).costs("long")
                .then(CountCell::increment);
        open.on(open.actor("b"), free).step("asks").when(it -> it.isClear() && done.is(1))
                .after("pause").then(FlagCell::raise);
        open.on(worker, free).step("answers").when(it -> it.isSet() && done.is(1))
                .then(it -> done.increment());
        StepSpending spent = run();
        assertThat(spent.queuedNs(2)).isEqualTo(7);
        assertThat(spent.blockedNs(2)).isZero();
        assertThat(spent.delayedNs(1)).isEqualTo(3);
    }

    @Test
    void addsWhatOtherRunsSpent() {
        countsWhatStepsCost();
        StepSpending all = new StepSpending(1);
        all.add(timed.spending());
        all.add(run());
        assertThat(all.times(0)).isEqualTo(6);
        assertThat(all.costNs(0)).isEqualTo(60);
        assertThat(timed.spending().times(0)).isEqualTo(3);
    }

    private StepSpending run() {
        if (model == null) {
            model = open.build();
            timed = new EarliestFirst(PROFILE, 1);
        }
        new Run(model, timed).go();
        return timed.spending();
    }
}

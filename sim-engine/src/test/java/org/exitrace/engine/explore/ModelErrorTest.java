package org.exitrace.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellRangeException;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.step.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelErrorTest {

    private final ModelBuilder builder = new ModelBuilder("wrong", Design.usual(List.of()));
    private final Actor actor = builder.actor("a");
    private final CountCell count = builder.region("r").count("count", 3);

    @ParameterizedTest
    @EnumSource(SearchOrder.class)
    void tellsWhichScheduleLedToABoundOfACell(SearchOrder order) {
        builder.on(actor, count).step("counts").then(CountCell::increment);

        ExplorationResult result = new Exploration(builder.build()).order(order).go();

        assertThat(result.end()).isEqualTo(ExplorationEnd.MODEL_ERROR);
        ModelError error = result.error().orElseThrow();
        assertThat(error.cause()).isInstanceOf(CellRangeException.class);
        assertThat(error.message()).startsWith("step 'a counts' failed: bound reached");
        assertThat(error.witness().steps()).hasSize(4).containsOnly("a counts");
        assertThat(result.isClean()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(SearchOrder.class)
    void refusesAGuardThatWritesWhenChecked(SearchOrder order) {
        builder.on(actor, count).step("counts").when(cell -> cell.get() < 2)
                .then(CountCell::increment);
        builder.on(actor, count).step("cheats").when(cell -> {
            if (cell.is(2)) {
                cell.clear();
            }
            return false;
        }).then(cell -> { });

        ModelError error = new Exploration(builder.build()).order(order).checked().go()
                .error().orElseThrow();

        assertThat(error.message()).contains("a guard of a", "writes cell 'r.count'");
        assertThat(error.witness().steps()).containsExactly("a counts", "a counts");
    }

    @Test
    void refusesAPropertyThatWritesWhenChecked() {
        builder.on(actor, count).step("counts").when(cell -> cell.get() < 2)
                .then(CountCell::increment);
        builder.always("honest", "looks only", () -> {
            count.become(count.get());
            return true;
        });

        assertThat(new Exploration(builder.build()).checked().go().error().orElseThrow()
                .message()).contains("property 'honest'", "writes cell 'r.count'");
    }

    @Test
    void refusesAGuardThatReadsAClock() {
        CountCell clock = builder.region("clocks").clock().count("ticks", 3);
        builder.on(actor, clock).step("ticks").when(cell -> cell.get() < 2)
                .then(CountCell::increment);

        assertThat(new Exploration(builder.build()).checked().go().error().orElseThrow()
                .message()).contains("'clocks.ticks'", "guards depend on essential cells only");
    }

    @Test
    void refusesAGuardThatDependsOnSomethingElseThanCells() {
        int[] outside = new int[1];
        builder.on(actor, count).step("counts").when(cell -> cell.get() < 3)
                .then(cell -> {
                    cell.increment();
                    outside[0] = 1;
                });
        builder.on(actor, count).step("depends").when(cell -> outside[0] > 0)
                .then(cell -> { });

        assertThat(new Exploration(builder.build()).checked().go().error().orElseThrow()
                .message()).contains("'a depends'", "something beside cells");
    }

    @Test
    void looksAtNoClock() {
        CountCell clock = builder.region("clocks").clock().count("ticks", 3);
        builder.on(actor, count).step("flips").then(cell -> {
            clock.increment();
            cell.become(1 - cell.get());
        });

        ExplorationResult result = new Exploration(builder.build()).go();

        assertThat(result.end()).isEqualTo(ExplorationEnd.EXHAUSTED);
        assertThat(result.states()).isEqualTo(2);
    }

    @Test
    void findsADeadlockThatNobodyAskedFor() {
        var both = builder.region("locks");
        MutexCell first = new MutexCell(both, "first");
        MutexCell second = new MutexCell(both, "second");
        takes("b", first, second);
        takes("c", second, first);

        ExplorationResult result = new Exploration(builder.build()).stopAtFirstBroken().go();

        assertThat(result.end()).isEqualTo(ExplorationEnd.BROKEN);
        PropertyVerdict verdict = result.verdict("deadlock");
        assertThat(verdict.witness().orElseThrow().steps())
                .containsExactly("b takes both: one", "c takes both: one");
        assertThat(verdict.why()).contains("b at takes both: other", "c at takes both: other");
    }

    private void takes(String name, MutexCell one, MutexCell other) {
        Routine<CountCell> routine = Routine.named("takes both", "", code -> code
                .lock("one", cell -> one).lock("other", cell -> other)
                .unlock("other again", cell -> other).unlock("one again", cell -> one));
        builder.program(builder.actor(name), count,
                new ProgramCounter(builder.region(name), "counter"), routine);
    }
}

package org.exitrace.engine.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.step.Actor;
import org.junit.jupiter.api.Test;

class AtOnceTest {

    @Test
    void runsARoutineWithItsLoopsInsideOneStep() {
        Caller caller = new Caller(Routine.named("callee", "a test", code -> code
                .repeat(3, count -> count.turn, body -> body
                        .step("one more", count -> count.sum.increment()))
                .when(count -> count.sum.is(3), three -> three
                        .step("and another", count -> count.sum.increment()))));
        assertThat(caller.model.steps()).extracting(step -> step.name())
                .containsExactly("caller: calls", "caller: calls again");
        new Run(caller.model, enabled -> enabled.get(0)).go();
        assertThat(caller.region.sum.get()).isEqualTo(7);
    }

    @Test
    void refusesARoutineThatWaits() {
        Caller caller = new Caller(Routine.named("callee", "a test", code -> code
                .await("for ever", count -> false)));
        assertThatThrownBy(() -> new Run(caller.model, enabled -> enabled.get(0)).go())
                .hasStackTraceContaining("callee runs at once and has 0 ways at callee: for ever");
    }

    @Test
    void refusesARoutineThatHasAChoice() {
        Caller caller = new Caller(Routine.named("callee", "a test", code -> code
                .choose("which", 2, i -> count -> true, i -> count -> { })));
        assertThatThrownBy(() -> new Run(caller.model, enabled -> enabled.get(0)).go())
                .hasStackTraceContaining("has 2 ways");
    }

    private static final class Caller {
        private final Counts region;
        private final Model model;

        Caller(Routine<Counts> callee) {
            ModelBuilder builder = new ModelBuilder("test", Design.usual(List.of()));
            region = new Counts(builder.region("counts"));
            AtOnce<Counts> called =
                    builder.atOnce(new Actor(0, "callee"), region, region.inner, callee);
            builder.program(builder.actor("caller"), region, region.outer,
                    Routine.named("caller", "a test", code -> code
                            .step("calls", counts -> called.run())
                            .step("calls again", counts -> called.run())));
            model = builder.build();
        }
    }

    private static final class Counts extends Region {
        private final CountCell sum = cells().count("sum", 10);
        private final CountCell turn = cells().count("turn", 3);
        private final ProgramCounter inner = new ProgramCounter(cells(), "inner");
        private final ProgramCounter outer = new ProgramCounter(cells(), "outer");

        Counts(CellScope scope) {
            super(scope);
        }
    }
}

package org.exitrace.engine.explore;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;

/**
 * Peterson's lock as a routine (TLA+ Examples, locks_auxiliary_vars/Peterson.tla).
 *
 * <p>One label here per PlusCal label there: a0 (outside) and cs (inside) do nothing but are
 * places of their own, a1 and a2 write one variable each, a3 reads both in one atomic await.
 */
final class PetersonsLock {

    private static final Routine<Process> LOCK = Routine.named("peterson", "Peterson 1981",
            code -> code.forever(body -> body
                    .pause("is outside")
                    .step("wants to enter", me -> me.wants.raise())
                    .step("gives way", me -> me.shared.turn.become(1 - me.index))
                    .await("waits", me -> me.other.wants.isClear()
                            || me.shared.turn.is(me.index))
                    .pause("is inside")
                    .step("leaves", me -> me.wants.clear())));

    private PetersonsLock() {
    }

    static Model model() {
        ModelBuilder model = new ModelBuilder("peterson", Design.usual(List.of()));
        Shared shared = new Shared(model.region("shared"));
        Process[] both = {
            new Process(model.region("p[0]"), 0, shared),
            new Process(model.region("p[1]"), 1, shared)
        };
        for (Process process : both) {
            process.other = both[1 - process.index];
            model.program(model.actor("p" + process.index), process, process.counter, LOCK);
        }
        model.never("exclusion", "both are inside",
                () -> both[0].isInside() && both[1].isInside());
        for (Process process : both) {
            model.reachable("enters-" + process.index, "one gets in", process::isInside);
            model.eventually("served-" + process.index, "who wants in gets in",
                    process.wants::isSet, process::isInside);
        }
        return model.build();
    }

    private static final class Shared {
        final IndexCell turn;

        Shared(CellScope scope) {
            turn = scope.index("turn", 2).initially(0);
        }
    }

    private static final class Process {
        final int index;
        final Shared shared;
        final FlagCell wants;
        final ProgramCounter counter;
        Process other;

        Process(CellScope scope, int index, Shared shared) {
            this.index = index;
            this.shared = shared;
            wants = scope.flag("wants");
            counter = new ProgramCounter(scope, "counter");
        }

        boolean isInside() {
            return counter.isAt("peterson: is inside") || counter.isAt("peterson: leaves");
        }
    }
}

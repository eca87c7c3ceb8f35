package org.exitrace.engine.sample;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** A sleeper that looks and then parks, and a waker that kicks once: the wake-up can be lost. */
public final class LostWakeUp {

    private LostWakeUp() {
    }

    /** The usual design, in which the wake-up can be lost. */
    public static Model broken() {
        return in(Design.usual(List.of(Repair.SWITCH)));
    }

    /** The design in which looking and parking is one step. */
    public static Model repaired() {
        return in(Design.usual(List.of(Repair.SWITCH)).with("repair", "atomic"));
    }

    /** The model of that design. */
    public static Model in(Design design) {
        ModelBuilder model = new ModelBuilder("lost-wake-up", design);
        Bed bed = new Bed(model.region("bed"));
        boolean atomic = design.get(Repair.SWITCH) == Repair.ATOMIC;
        model.program(model.actor("sleeper"), bed, bed.sleeper, Routine.<Bed>named("sleep", "ours",
                code -> {
                    if (atomic) {
                        code.step("parks unless there is work",
                                b -> b.parked.become(b.work.isClear())).costs("park");
                    } else {
                        code.test("looks for work", b -> b.work.isClear(),
                                none -> none.step("parks", b -> b.parked.raise()).costs("park"))
                                .costs("look");
                    }
                    code.await("wakes", b -> b.parked.isClear());
                }));
        model.program(model.actor("waker"), bed, bed.waker, Routine.<Bed>named("wake", "ours",
                code -> code.step("posts work", b -> b.work.raise()).after("work comes")
                        .step("kicks", b -> b.parked.clear())));
        model.reachable("parks", "the sleeper parks", bed.parked::isSet);
        model.eventually("served", "work is done once posted",
                bed.work::isSet, bed.sleeper::isIdle);
        return model.build();
    }

    private static final class Bed extends Region {
        final FlagCell work = cells().flag("work");
        final FlagCell parked = cells().flag("parked");
        final ProgramCounter sleeper = new ProgramCounter(cells(), "sleeper");
        final ProgramCounter waker = new ProgramCounter(cells(), "waker");

        Bed(CellScope scope) {
            super(scope);
        }
    }
}

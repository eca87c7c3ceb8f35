package org.exitrace.vtl.protocol.runloop;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** The thread of a virtual processor in VTL 2, which runs VTL 0 and handles what is posted. */
final class RunLoop extends Region {

    private static final String SOURCE = "docs/vtl.md f.1";

    /** Whose work is posted: a message, a start, a flush. */
    final BitsCell work;
    final FlagCell cancel = cells().flag("cancel");
    /** Interrupts are off: an IPI stays pending. */
    final FlagCell off = cells().flag("interrupts off");
    /** An IPI is pending for VTL 2. */
    final FlagCell ipi = cells().flag("ipi");
    /** VTL 0 executes instructions; with an IPI pending from the start it executes none. */
    final FlagCell lowerRuns = cells().flag("VTL 0 runs");

    RunLoop(CellScope scope, int posters) {
        super(scope);
        work = cells().bits("work", posters);
    }

    static Routine<RunLoop> routine(ProtocolRules rules) {
        return Routine.named("run loop", SOURCE, code -> code.forever(loop -> {
            if (rules.keep(ProtocolRule.CANCEL_CLEARED_FIRST)) {
                clear(loop);
                handle(loop);
            } else {
                handle(loop);
                clear(loop);
            }
            if (rules.keep(ProtocolRule.CANCEL_TESTED_OFF)) {
                switchOff(loop);
                loop.test("cancelled?", it -> it.cancel.isSet(), RunLoop::giveUp);
            } else {
                loop.test("cancelled?", it -> it.cancel.isSet(), RunLoop::giveUp);
                switchOff(loop);
            }
            loop.step("VTL return", it -> it.lowerRuns.become(it.ipi.isClear()));
            loop.await("VTL 0 runs until an IPI enters VTL 2", it -> it.ipi.isSet(), it -> {
                it.lowerRuns.clear();
                it.switchOn();
            }).mayRest();
        }));
    }

    private static void clear(Block<RunLoop> code) {
        code.step("cancel = 0", it -> it.cancel.clear());
    }

    private static void handle(Block<RunLoop> code) {
        code.step("handles work", it -> it.work.clear());
    }

    private static void switchOff(Block<RunLoop> code) {
        code.step("interrupts off", it -> it.off.raise());
    }

    private static void giveUp(Block<RunLoop> code) {
        code.local(RunLoop::switchOn).again();
    }

    /** A pending IPI is taken at once, and has no other effect. */
    private void switchOn() {
        off.clear();
        ipi.clear();
    }

    /** An IPI arrives; with interrupts on it is taken at once. */
    void interrupt() {
        ipi.become(off.isSet());
    }
}

package org.exitrace.ghcb.svsm;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;

/**
 * A guest that makes calls to its SVSM, one after the other, and then waits for what the SVSM
 * makes of the events.
 */
final class CallingGuest {

    private static final String SOURCE = "docs/ghcb.md e.7";

    private final CallExchange look;
    private final MissedCall missed;

    CallingGuest(Design design) {
        look = design.get(CallExchange.SWITCH);
        missed = design.get(MissedCall.SWITCH);
    }

    Routine<SvsmCpu> run() {
        return Routine.named("guest", SOURCE, code -> code
                .forever(loop -> {
                    loop.when(cpu -> cpu.calls.get() == 0, Block::leave);
                    loop.step("call_pending = 1", cpu -> cpu.used.pending.raise()).mayRest();
                    loop.step("VMGEXIT RUN_VMPL 0", SvsmCpu::call).mayRest();
                    look(loop);
                    loop.local(SvsmCpu::takeAnswer);
                })
                .await("what the events have announced",
                        cpu -> cpu.events.get() == 0 && cpu.page.event.isClear()));
    }

    private void look(Block<SvsmCpu> loop) {
        switch (look) {
            case ONE_ACCESS -> loop.test("exchanges call_pending with 0",
                    cpu -> cpu.used.pending.testAndClear(), this::missed).mayRest();
            case TWO_ACCESSES -> loop.test("call_pending is 1?",
                    cpu -> cpu.used.pending.isSet(),
                    still -> missed(still.step("call_pending = 0",
                            cpu -> cpu.used.pending.clear()).mayRest())).mayRest();
            case UNCHECKED -> loop.pause("goes on").mayRest();
        }
    }

    private void missed(Block<SvsmCpu> still) {
        if (missed == MissedCall.FAILS) {
            still.local(SvsmCpu::fail);
        }
        still.again();
    }
}

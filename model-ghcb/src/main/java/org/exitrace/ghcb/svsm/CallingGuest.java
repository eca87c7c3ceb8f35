package org.exitrace.ghcb.svsm;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;

/**
 * A guest that makes one call to its SVSM, repeats it until it was taken, and then waits for what
 * the SVSM makes of the events.
 */
final class CallingGuest {

    private static final String SOURCE = "docs/ghcb.md e.7";

    private final CallExchange look;

    CallingGuest(Design design) {
        look = design.get(CallExchange.SWITCH);
    }

    Routine<SvsmCpu> run() {
        return Routine.named("guest", SOURCE, code -> code
                .local(cpu -> cpu.asked.raise())
                .forever(loop -> {
                    loop.step("call_pending = 1", cpu -> cpu.callPending.raise()).mayRest();
                    loop.step("VMGEXIT RUN_VMPL 0", cpu -> {
                        cpu.vmpl.become(Vmpl.SVSM);
                        cpu.unanswered.raise();
                    }).mayRest();
                    look(loop);
                    loop.leave();
                })
                .local(CallingGuest::goOn)
                .await("what the events have announced",
                        cpu -> cpu.events.get() == 0 && cpu.event.isClear()));
    }

    private void look(Block<SvsmCpu> loop) {
        switch (look) {
            case ONE_ACCESS -> loop.test("exchanges call_pending with 0",
                    cpu -> cpu.callPending.testAndClear(), Block::again).mayRest();
            case TWO_ACCESSES -> loop.test("call_pending is 1?",
                    cpu -> cpu.callPending.isSet(),
                    missed -> missed.step("call_pending = 0", cpu -> cpu.callPending.clear())
                            .mayRest().again()).mayRest();
            case UNCHECKED -> loop.pause("goes on").mayRest();
        }
    }

    private static void goOn(SvsmCpu cpu) {
        if (cpu.asked.isSet()) {
            cpu.wentOnUnhandled.raise();
        }
    }
}

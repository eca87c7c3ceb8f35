package org.exitrace.ghcb.svsm;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.step.Actor;

/** The loop of the SVSM: events, calls, and back to the guest. */
final class SvsmLoop {

    private static final String SOURCE = "kernel/src/sev/ghcb.rs run_vmpl; kernel/src/requests.rs";

    private final boolean looksForCall;

    SvsmLoop(Design design) {
        looksForCall = design.get(AfterSwitch.SWITCH) == AfterSwitch.LOOPS;
    }

    /** Between the last look at the #HV page and VMGEXIT lies the window. */
    Routine<SvsmCpu> run() {
        return Routine.named("SVSM", SOURCE, code -> code.forever(loop -> {
            loop.test("takes the event of the #HV page", cpu -> {
                cpu.unanswered.clear();
                return cpu.event.testAndClear();
            }, event -> event.again()).mayRest();
            loop.test("no further signal?", cpu -> {
                cpu.inWindow.become(cpu.event.isClear());
                return cpu.event.isSet();
            }, event -> event.again()).mayRest();
            loop.step("VMGEXIT RUN_VMPL", SvsmLoop::leave).mayRest();
            if (looksForCall) {
                loop.test("exchanges call_pending with 0", cpu -> {
                    cpu.unanswered.clear();
                    return cpu.callPending.testAndClear();
                }, call -> call.local(SvsmCpu::handle)).mayRest();
            } else {
                loop.step("takes the registers for a call", cpu -> {
                    cpu.unanswered.clear();
                    cpu.callPending.clear();
                    cpu.handle();
                }).mayRest();
            }
        }));
    }

    /** An aborted switch returns at once, as if it had been made. */
    private static void leave(SvsmCpu cpu) {
        if (!cpu.aborted.testAndClear()) {
            cpu.vmpl.become(Vmpl.GUEST);
        }
        cpu.inWindow.clear();
    }

    /** #HV comes before the next instruction of VMPL 0, whatever that is. */
    static void deliverHv(ModelBuilder model, Actor actor, SvsmCpu state, Design design) {
        boolean restarts = design.get(HvWindow.SWITCH) == HvWindow.RESTARTED;
        model.on(actor, state).step("#HV").from(SOURCE)
                .when(cpu -> cpu.vmpl.is(Vmpl.SVSM) && cpu.injected.isSet())
                .then(cpu -> {
                    cpu.injected.clear();
                    if (restarts && cpu.inWindow.testAndClear()) {
                        cpu.aborted.raise();
                    }
                });
    }
}

package org.exitrace.ghcb.svsm;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.step.Actor;

/** The loop of the SVSM on a virtual CPU: to the guest, and back with events and calls. */
final class SvsmLoop {

    private static final String SOURCE =
            "kernel/src/vmm/execloop.rs; sev/ghcb.rs switch_to_vmpl; sev/hv_doorbell.rs";

    private final AfterSwitch after;
    private final boolean hidesGuest;
    private final boolean clearsFirst;
    private final boolean restarts;

    SvsmLoop(Design design) {
        after = design.get(AfterSwitch.SWITCH);
        hidesGuest = design.get(GuestVmsa.SWITCH) == GuestVmsa.NOT_RUNNABLE;
        clearsFirst = design.get(SignalOrder.SWITCH) == SignalOrder.FIRST;
        restarts = design.get(HvWindow.SWITCH) == HvWindow.RESTARTED;
    }

    /** Between the last look at the #HV page and VMGEXIT lies the window. */
    Routine<SvsmCpu> run() {
        return Routine.named("SVSM", SOURCE, code -> code.forever(loop -> {
            loop.given(hidesGuest, sets -> sets.step("EFER.SVME of the guest = 1",
                    cpu -> cpu.runnable.raise()).mayRest());
            loop.test("NoFurtherSignal?", cpu -> {
                cpu.inWindow.become(cpu.page.noFurtherSignal.isClear());
                return cpu.page.noFurtherSignal.isSet();
            }, cancelled -> { }, leaves -> leaves
                    .step("VMGEXIT RUN_VMPL", SvsmLoop::leave).mayRest()).mayRest();
            loop.test("the #HV page tells of something?", cpu -> cpu.page.tells(),
                    this::takeEvent).mayRest();
            loop.given(hidesGuest, clears -> clears.step("EFER.SVME of the guest = 0",
                    cpu -> cpu.runnable.clear()).mayRest());
            lookForCall(loop);
        }));
    }

    private void takeEvent(Block<SvsmCpu> code) {
        if (clearsFirst) {
            signalAgain(code);
        }
        code.step("takes the event of the #HV page", cpu -> cpu.page.event.clear()).mayRest();
        if (!clearsFirst) {
            signalAgain(code);
        }
    }

    private static void signalAgain(Block<SvsmCpu> code) {
        code.step("NoFurtherSignal = 0", cpu -> cpu.page.noFurtherSignal.clear()).mayRest();
    }

    private void lookForCall(Block<SvsmCpu> loop) {
        switch (after) {
            case LOOPS -> loop.test("the guest has left by VMGEXIT?",
                    cpu -> cpu.exitIsVmgexit.isSet(), SvsmLoop::takeCall).mayRest();
            case BYTE_ALONE -> takeCall(loop);
            case TAKES_CALL -> loop.step("takes the registers for a call", cpu -> {
                cpu.known.pending.clear();
                cpu.handle();
            }).mayRest();
        }
    }

    /** The byte is read, and cleared before the call is handled. */
    private static void takeCall(Block<SvsmCpu> code) {
        code.test("call_pending?", cpu -> cpu.known.pending.isSet(), call -> call
                .step("call_pending = 0", cpu -> cpu.known.pending.clear()).mayRest()
                .step("handles the call", SvsmCpu::handle).mayRest()).mayRest();
    }

    /** An aborted switch returns at once, as if it had been made. */
    private static void leave(SvsmCpu cpu) {
        if (!cpu.aborted.testAndClear()) {
            cpu.vmpl.become(Vmpl.GUEST);
        }
        cpu.inWindow.clear();
    }

    /** #HV comes before the next instruction of VMPL 0, whatever that is. */
    void deliverHv(ModelBuilder model, Actor actor, SvsmCpu state) {
        model.on(actor, state).step("#HV").from("kernel/src/cpu/idt/svsm_entry.S")
                .when(cpu -> cpu.vmpl.is(Vmpl.SVSM) && cpu.injected.isSet())
                .then(cpu -> {
                    cpu.injected.clear();
                    if (restarts && cpu.inWindow.testAndClear()) {
                        cpu.aborted.raise();
                    }
                });
    }
}

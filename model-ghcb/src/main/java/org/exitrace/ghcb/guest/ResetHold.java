package org.exitrace.ghcb.guest;

import java.util.function.Predicate;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.cpu.GhcbMsr;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.cpu.GuestExit;

/** The loop in which an AP parks until the host says that a SIPI released it. */
public final class ResetHold {

    private static final String SOURCE =
            "Linux sev_es_ap_hlt_loop; edk2 MpInitLib/AmdSev.c SevEsPlaceApHlt";

    private final HoldForm form;
    private final HoldCheck check;
    private final boolean takesInterrupts;

    /** The loop in the form and with the check that {@code design} chooses. */
    public ResetHold(Design design) {
        this(design.get(HoldForm.SWITCH), design.get(HoldCheck.SWITCH),
                design.get(HoldInterrupts.SWITCH));
    }

    /** The loop in one form, with one check, and with interrupts on or off. */
    public ResetHold(HoldForm form, HoldCheck check, HoldInterrupts interrupts) {
        this.form = form;
        this.check = check;
        this.takesInterrupts = interrupts == HoldInterrupts.ON;
    }

    /** Parks, and ends when the AP may go on. */
    public Routine<GuestCpu> park() {
        return Routine.named("AP reset hold", SOURCE, code -> code
                .step(request(), this::hold).costs("vmexit.ghcb")
                .call(parked()));
    }

    /** The rest of the loop for an AP that the first state finds parked. */
    public Routine<GuestCpu> parked() {
        return Routine.named("AP reset hold", SOURCE, code -> code
                .forever(loop -> loop
                        .test(question(), goesOn(), yes -> yes.leave())
                        .costs("guest.instruction").mayRest()
                        .step(request(), this::hold).costs("vmexit.ghcb")));
    }

    private String request() {
        return form == HoldForm.NAE ? "VMGEXIT AP_RESET_HOLD" : "VMGEXIT MSR 0x006";
    }

    private String question() {
        return switch (check) {
            case RESULT -> form == HoldForm.NAE ? "SW_EXITINFO2 != 0?" : "MSR 0x007, data != 0?";
            case MASKED_INFO -> "EAX & -0xFFF != 0?";
            case NOTHING -> "hold returned";
        };
    }

    private void hold(GuestCpu cpu) {
        cpu.beginHold(takesInterrupts);
        if (form == HoldForm.NAE) {
            cpu.leave(GuestExit.AP_RESET_HOLD);
        } else {
            cpu.ghcbMsr.become(GhcbMsr.HOLD_REQUEST);
            cpu.leave(GuestExit.AP_RESET_HOLD_MSR);
        }
    }

    private Predicate<GuestCpu> goesOn() {
        return cpu -> {
            boolean released = isReleased(cpu);
            boolean on = switch (check) {
                case RESULT -> released;
                case MASKED_INFO -> released || cpu.ghcbMsr.is(GhcbMsr.HOLD_WOKEN);
                case NOTHING -> true;
            };
            cpu.noteResult(released);
            if (on) {
                goOn(cpu, released);
            }
            return on;
        };
    }

    private boolean isReleased(GuestCpu cpu) {
        return form == HoldForm.NAE
                ? cpu.exitInfo2.is(1)
                : cpu.ghcbMsr.is(GhcbMsr.HOLD_RELEASED);
    }

    private static void goOn(GuestCpu cpu, boolean released) {
        if (released) {
            cpu.noteRelease();
        } else {
            cpu.noteGoingOnUnreleased();
        }
        cpu.exitInfo2.clear();
        cpu.ghcbMsr.become(GhcbMsr.GHCB_GPA);
        cpu.interruptsEnabled.clear();
    }
}

package org.exitrace.ghcb.vc;

import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;

/**
 * The last park of an AP: its GHCB is filled for a hold while it is still in long mode, and
 * VMGEXIT comes behind the way down to real mode. An NMI in between needs the page too.
 *
 * <p>Source: edk2 {@code X64/AmdSev.nasm}; docs/ghcb.md S-16.
 */
final class PrefilledHold {

    private static final String SOURCE = "edk2 X64/AmdSev.nasm; docs/ghcb.md S-16";

    private PrefilledHold() {
    }

    static Routine<GuestVc> park() {
        return Routine.named("last park", SOURCE, code -> {
            code.pause("begins to fill its GHCB").costs(VcHandler.COST).mayRest()
                    .when(vc -> vc.design.marksPrefilled(),
                            marks -> marks.local(vc -> vc.depth.become(1)))
                    .local(GuestVc::begin);
            VcHandler.set(code, GhcbField.SW_EXITCODE, NaeEvent.AP_RESET_HOLD.code());
            VcHandler.set(code, GhcbField.SW_EXITINFO1, 0);
            VcHandler.set(code, GhcbField.SW_EXITINFO2, 0);
            code.pause("turns paging off").costs(VcHandler.COST).mayRest()
                    .step("VMGEXIT AP_RESET_HOLD", PrefilledHold::exit)
                    .costs("vmexit.ghcb").mayRest();
        });
    }

    private static void exit(GuestVc vc) {
        if (vc.page().get(GhcbField.SW_EXITCODE) != NaeEvent.AP_RESET_HOLD.code()
                || !vc.page().isValid(GhcbField.SW_EXITCODE)) {
            vc.prefillLost.raise();
        }
        VcHandler.exit(vc);
        vc.end();
    }
}

package org.exitrace.ghcb.programs;

import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** An event that a virtual CPU asks for by its own GHCB, each access to that a step. */
final class OwnRequest {

    private static final String COST = "guest.instruction";

    private OwnRequest() {
    }

    /** Fills the three exit fields. */
    static void fill(Block<GhcbGuest> code, NaeEvent event, long info1, long info2) {
        set(code, GhcbField.SW_EXITCODE, event.code());
        set(code, GhcbField.SW_EXITINFO1, info1);
        set(code, GhcbField.SW_EXITINFO2, info2);
    }

    /** Fills them and leaves the guest; what comes back is not looked at. */
    static void send(Block<GhcbGuest> code, NaeEvent event, long info1, long info2) {
        fill(code, event, info1, info2);
        code.step("VMGEXIT " + event, guest -> guest.cpu.leave(GuestExit.VMGEXIT))
                .costs("vmexit.ghcb").mayRest();
        code.pause("behind VMGEXIT").costs(COST).mayRest();
    }

    private static void set(Block<GhcbGuest> code, GhcbField field, long value) {
        code.step(field + " = 0x" + Long.toHexString(value),
                        guest -> guest.own().write(field, value)).costs(COST).mayRest()
                .step(field + " is valid",
                        guest -> guest.own().markValid(field)).costs(COST).mayRest();
    }
}

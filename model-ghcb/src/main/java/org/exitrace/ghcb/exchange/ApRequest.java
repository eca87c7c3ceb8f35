package org.exitrace.ghcb.exchange;

import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.ApCreation;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.vcpu.ExchangeResults;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** The request to create or destroy a virtual CPU, by the guest's own GHCB. */
final class ApRequest {

    private static final String COST = "guest.instruction";

    private ApRequest() {
    }

    /**
     * Asks and reads the answer, each access a step.
     *
     * @param rax SEV_FEATURES; sent with requests to create only
     */
    static void send(Block<GhcbGuest> code, long request, int vcpu, long vmsa, long rax) {
        if (request != ApCreation.DESTROY) {
            set(code, GhcbField.RAX, rax);
        }
        set(code, GhcbField.SW_EXITCODE, NaeEvent.AP_CREATION.code());
        set(code, GhcbField.SW_EXITINFO1, ApCreation.info1(request, vcpu));
        set(code, GhcbField.SW_EXITINFO2, vmsa);
        code.step("VMGEXIT", guest -> guest.cpu.leave(GuestExit.VMGEXIT))
                .costs("vmexit.ghcb").mayRest();
        code.test("SW_EXITINFO1 is 0?", guest -> guest.own().get(GhcbField.SW_EXITINFO1) == 0,
                fine -> fine.local(guest -> guest.result.become(ExchangeResults.OK)),
                wrong -> wrong.step("reads SW_EXITINFO2", guest -> guest.result.become(
                        wrong(guest.own()))).costs(COST).mayRest()).costs(COST).mayRest();
    }

    private static void set(Block<GhcbGuest> code, GhcbField field, long value) {
        code.step(field + " = 0x" + Long.toHexString(value),
                        guest -> guest.own().write(field, value)).costs(COST).mayRest()
                .step(field + " is valid",
                        guest -> guest.own().markValid(field)).costs(COST).mayRest();
    }

    private static String wrong(GhcbPage page) {
        long how = page.get(GhcbField.SW_EXITINFO2);
        return how == GhcbReply.MISSING_INPUT ? ExchangeResults.MISSING_INPUT
                : how == GhcbReply.INVALID_INPUT ? ExchangeResults.INVALID_INPUT
                : ExchangeResults.INVALID_EVENT;
    }
}

package org.exitrace.ghcb.programs;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.guest.HoldCheck;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.MsrInfo;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.vcpu.ExchangeResults;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** AP reset hold by the whole page, and by the MSR: docs/ap-boot.md e.5. */
public final class HoldOperations {

    /** The operation. */
    public static final String HOLD = "ap-reset-hold";

    private static final String SOURCE = "docs/ap-boot.md c.3, e.5";
    private static final String COST = "guest.instruction";

    private HoldOperations() {
    }

    static List<Operation<GhcbGuest>> all(Design design) {
        HoldCheck check = design.get(HoldCheck.SWITCH);
        return List.of(Operation.<GhcbGuest>named(HOLD,
                "one VMGEXIT that parks the virtual CPU until it is woken", guest -> guest.result)
                .from(SOURCE)
                .takes(Parameter.word("form", List.of("nae", "msr"), "GHCB page or MSR"))
                .gives(ExchangeResults.RELEASED, ExchangeResults.WOKEN)
                .does(given -> Routine.named("guest", SOURCE, code -> {
                    if (given.word("form").equals("nae")) {
                        byPage(code, check, 0);
                    } else {
                        byMsr(code, check);
                    }
                })));
    }

    /** One hold by the page, with {@code info2} in a field that the host does not look at. */
    static void byPage(Block<GhcbGuest> code, HoldCheck check, long info2) {
        code.local(guest -> guest.msr.become(guest.own().address()));
        OwnRequest.fill(code, NaeEvent.AP_RESET_HOLD, 0, info2);
        code.step("VMGEXIT AP_RESET_HOLD", guest -> {
            guest.cpu.beginHold(false);
            guest.cpu.leave(GuestExit.VMGEXIT);
        }).costs("vmexit.ghcb").mayRest();
        code.step("reads SW_EXITINFO2", guest -> take(guest, check,
                guest.own().get(GhcbField.SW_EXITINFO2) != 0)).costs(COST).mayRest();
    }

    private static void byMsr(Block<GhcbGuest> code, HoldCheck check) {
        code.step("VMGEXIT MSR 0x006", guest -> {
            guest.msr.become(MsrInfo.AP_RESET_HOLD_REQUEST.with(0));
            guest.cpu.beginHold(false);
            guest.cpu.leave(GuestExit.VMGEXIT);
        }).costs("vmexit.ghcb").mayRest();
        code.step("reads the GHCB MSR", guest -> {
            take(guest, check, guest.msr.get() >>> GhcbPage.PAGE_BITS != 0);
            guest.msr.become(guest.own().address());
        }).costs(COST).mayRest();
    }

    /** A check that looks at nothing, or at a bit that is always set, takes 0 for a release. */
    private static void take(GhcbGuest guest, HoldCheck check, boolean released) {
        boolean goesOn = released || check != HoldCheck.RESULT;
        guest.result.become(goesOn ? ExchangeResults.RELEASED : ExchangeResults.WOKEN);
        guest.cpu.noteResult(released);
        if (released) {
            guest.cpu.noteRelease();
        } else if (goesOn) {
            guest.cpu.noteGoingOnUnreleased();
        }
    }
}

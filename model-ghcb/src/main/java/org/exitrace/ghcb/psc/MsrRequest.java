package org.exitrace.ghcb.psc;

import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.exchange.Termination;
import org.exitrace.ghcb.spec.MsrInfo;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/**
 * A page state change of one page by the GHCB MSR, as guests ask for it that have no GHCB yet. The
 * address of the GHCB stands in the MSR again behind it.
 */
final class MsrRequest {

    private static final int OPERATION_AT = 40;

    private MsrRequest() {
    }

    /** Asks for each page of {@code range}; the guest ends where the answer is no plain yes. */
    static Routine<GhcbGuest> of(Range range) {
        return Routine.named("__page_state_change", "docs/ghcb.md b", code -> {
            range.gfns().forEach(gfn -> {
                code.step("VMGEXIT: page " + gfn + " " + range.state(), guest -> {
                    guest.msr.become(MsrInfo.PAGE_STATE_CHANGE_REQUEST.with(
                            data(gfn, range.operation())));
                    guest.snp().pending.raise();
                    guest.cpu.leave(GuestExit.VMGEXIT);
                }).costs("vmexit.ghcb").mayRest();
                code.pause("reads the GHCB MSR").costs("guest.instruction").mayRest();
                code.when(guest -> !guest.msr.is(MsrInfo.PAGE_STATE_CHANGE_RESPONSE.with(0)),
                        wrong -> wrong.local(guest -> guest.snp().forget()).call(Termination.ask(
                                Termination.LINUX, Termination.PAGE_STATE_CHANGE)).done());
                code.local(guest -> guest.snp().forgetList());
            });
            code.local(guest -> guest.msr.become(guest.own().address()));
        });
    }

    /** {@code GHCBData} of such a request: page number 39:0, operation 43:40. */
    private static long data(int gfn, int operation) {
        return (long) operation << OPERATION_AT | gfn;
    }
}

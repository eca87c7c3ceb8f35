package org.exitrace.ghcb.exchange;

import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.spec.MsrInfo;
import org.exitrace.ghcb.vcpu.ExchangeResults;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** How software of a guest gives up: it asks to be ended, and halts for ever if it is not. */
public final class Termination {

    /** The Linux kernel's set of reasons. */
    public static final int LINUX = 1;
    /** Of that set: a page state change failed. */
    public static final int PAGE_STATE_CHANGE = 1;
    /** Of that set: PVALIDATE failed. */
    public static final int PVALIDATE = 2;

    private static final String SOURCE = "docs/ghcb.md b";
    private static final int SET_BITS = 4;

    private Termination() {
    }

    /** Asks the host to end the guest for reason {@code code} of {@code set}; the last step. */
    public static Routine<GhcbGuest> ask(int set, int code) {
        return Routine.named("terminate", SOURCE, text -> text
                .step("VMGEXIT: end me, reason (" + set + ", " + code + ")", guest -> {
                    guest.msr.become(MsrInfo.TERMINATION_REQUEST.with(
                            (long) code << SET_BITS | set));
                    guest.result.become(ExchangeResults.TERMINATED);
                    guest.ended.raise();
                    guest.cpu.leave(GuestExit.VMGEXIT);
                }).costs("vmexit.ghcb").mayRest());
    }
}

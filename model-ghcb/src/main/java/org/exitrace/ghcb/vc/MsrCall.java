package org.exitrace.ghcb.vc;

import java.util.function.ToLongFunction;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.spec.MsrInfo;

/**
 * A call by the GHCB MSR: the request takes the place of the page's address, the response that of
 * the request, and the address has to be put back. Guests compare the response's code with that of
 * their request, which is all that tells them of a host that did not know it.
 */
final class MsrCall {

    private static final String SOURCE = "sev-shared.c; docs/ghcb.md b, d.1";

    private MsrCall() {
    }

    /** Makes the call; the response is in {@link GuestVc#info1}, or the guest is ended. */
    static void make(Block<GuestVc> code, MsrInfo request, ToLongFunction<GuestVc> data,
            MsrInfo response) {
        code.local(vc -> vc.guest.msr.become(request.with(data.applyAsLong(vc))))
                .step("VMGEXIT " + request, vc -> vc.guest.cpu.leave(GuestExit.VMGEXIT))
                .costs("vmexit.ghcb").mayRest()
                .step("reads the GHCB MSR", vc -> {
                    vc.info1.become(vc.guest.msr.get());
                    putBack(vc);
                }).costs(VcHandler.COST).mayRest();
        code.when(vc -> !isAnswer(vc, response), other -> other
                .when(vc -> vc.design.checks(), checked -> checked
                                .call(terminate(0, 0)).done(),
                        taken -> taken.local(vc -> vc.tookResponse.raise())));
    }

    /** Asks to be ended; what comes behind is a halt loop, unless nobody looks. */
    static Routine<GuestVc> terminate(int set, int reason) {
        long data = set | (long) reason << 4;
        return Routine.named("sev_es_terminate", SOURCE, code -> code
                .local(vc -> vc.guest.msr.become(MsrInfo.TERMINATION_REQUEST.with(data)))
                .step("VMGEXIT TERMINATION_REQUEST", vc -> {
                    vc.guest.cpu.leave(GuestExit.VMGEXIT);
                    vc.info1.clear();
                    if (vc.design.checks()) {
                        vc.halted.raise();
                    }
                }).costs("vmexit.ghcb").mayRest()
                .step("goes on behind its end", vc -> vc.ranOn.raise())
                .costs(VcHandler.COST).mayRest());
    }

    private static boolean isAnswer(GuestVc vc, MsrInfo response) {
        return MsrInfo.of(vc.info1.get()).filter(info -> info == response).isPresent();
    }

    private static void putBack(GuestVc vc) {
        if (!vc.design.losesMsr()) {
            vc.guest.msr.become(vc.page().address());
        }
    }
}

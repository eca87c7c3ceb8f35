package org.exitrace.ghcb.vc;

import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.step.Actor;
import org.exitrace.ghcb.spec.NaeEvent;

/**
 * The NMI handler: it tells the host first thing that it can take the next NMI, does something that
 * raises #VC, and returns. So another NMI may come inside of it, and inside of a #VC handler.
 *
 * <p>Source: Linux {@code arch/x86/kernel/nmi.c}, {@code noinstr.c}; docs/ghcb.md d.3.
 */
public final class Nmis {

    private static final String SOURCE = "nmi.c; docs/ghcb.md d.3";

    private Nmis() {
    }

    /** Lets {@code actor} take NMIs on the virtual CPU of {@code vc}. */
    public static void declare(ModelBuilder model, Actor actor, GuestVc vc) {
        for (int level = 1; level <= GuestVc.MOST_NMIS; level++) {
            int own = level;
            ProgramCounter counter = new ProgramCounter(
                    model.region("nmi[" + actor.name() + "][" + level + "]"), "at");
            model.program(actor, vc, counter, handler(level))
                    .onlyWhile(one -> one.runsAt(own) || one.runsAt(own - 1));
        }
    }

    private static Routine<GuestVc> handler(int level) {
        return Routine.named("NMI " + level, SOURCE, code -> code.forever(body -> body
                .await("NMI is delivered", vc -> isDelivered(vc, level),
                        vc -> enter(vc, level)).costs("nmi.arrival").mayRest()
                .call(VcHandler.handle(VcRequest.of(NaeEvent.NMI_COMPLETE, 0, 0)))
                .call(VcHandler.handle(VcRequest.of(NaeEvent.WBINVD, 0, 0)))
                .step("IRET", vc -> leave(vc, level)).costs(VcHandler.COST).mayRest()));
    }

    private static boolean isDelivered(GuestVc vc, int level) {
        return vc.runsAt(level - 1) && vc.guest.nmiPending.isSet()
                && vc.guest.nmiBlocked.isClear();
    }

    private static void enter(GuestVc vc, int level) {
        if (vc.guest.inNmiEntry.isSet()) {
            vc.nmiInEntry.raise();
        }
        vc.guest.inNmiEntry.raise();
        vc.guest.nmiPending.clear();
        vc.guest.nmiOwed.clear();
        vc.guest.nmiBlocked.raise();
        vc.nmiLevel.become(level);
    }

    private static void leave(GuestVc vc, int level) {
        vc.guest.nmiCompleted();
        vc.nmiLevel.become(level - 1);
    }
}

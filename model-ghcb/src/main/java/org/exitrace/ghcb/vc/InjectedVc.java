package org.exitrace.ghcb.vc;

import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.step.Actor;
import org.exitrace.ghcb.spec.NaeEvent;

/**
 * The handler of a #VC that a hostile host injects, with the exit code of a hypercall, at whatever
 * instruction the virtual CPU stands.
 *
 * <p>Source: CVE-2024-25742; docs/ghcb.md g 5.
 */
public final class InjectedVc {

    private InjectedVc() {
    }

    /** Lets {@code actor} take it on the virtual CPU of {@code vc}. */
    public static void declare(ModelBuilder model, Actor actor, GuestVc vc) {
        ProgramCounter counter = new ProgramCounter(
                model.region("injected[" + actor.name() + "]"), "at");
        model.program(actor, vc, counter, Routine.named("injected #VC", "docs/ghcb.md g 5",
                code -> code.forever(body -> body
                        .await("#VC is delivered", GuestVc::runsInjected)
                        .costs(VcHandler.COST).mayRest()
                        .call(VcHandler.handleInjected(VcRequest.of(NaeEvent.VMMCALL, 0, 0)))
                        .local(one -> one.injected.clear()))))
                .onlyWhile(GuestVc::runsInjected);
    }
}

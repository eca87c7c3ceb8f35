package org.exitrace.ghcb.svsm;

import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.step.Actor;

/** The host: it signals events to VMPL 0, and runs the VMPL that it likes. */
final class SvsmHost {

    private static final String SOURCE = "docs/ghcb.md e.7";

    private SvsmHost() {
    }

    /** An event: the page, then #HV; a guest that runs is left for VMPL 0. */
    static Routine<SvsmCpu> signal() {
        return Routine.named("signal", SOURCE, code -> code.forever(loop -> loop
                .await("writes the #HV page", cpu -> cpu.events.get() > 0, cpu -> {
                    cpu.events.decrement();
                    cpu.event.raise();
                }).mayRest()
                .step("injects #HV", cpu -> {
                    cpu.injected.raise();
                    cpu.vmpl.become(Vmpl.SVSM);
                })));
    }

    /** What no guest can rely on not to happen. */
    static void takeLiberties(ModelBuilder model, Actor host, SvsmCpu state) {
        model.on(host, state)
                .step("runs VMPL 0 instead of the guest").from(SOURCE)
                .when(cpu -> cpu.liberties.get() > 0 && cpu.runsGuest())
                .then(cpu -> {
                    cpu.liberties.decrement();
                    cpu.vmpl.become(Vmpl.SVSM);
                })
                .step("runs the guest instead of VMPL 0").from(SOURCE)
                .when(cpu -> cpu.liberties.get() > 0 && cpu.vmpl.is(Vmpl.SVSM)
                        && cpu.unanswered.isSet())
                .then(cpu -> {
                    cpu.liberties.decrement();
                    cpu.unanswered.clear();
                    cpu.vmpl.become(Vmpl.GUEST);
                });
    }
}

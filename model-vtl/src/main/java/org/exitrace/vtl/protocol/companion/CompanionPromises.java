package org.exitrace.vtl.protocol.companion;

import org.exitrace.engine.model.ModelBuilder;

/** What the switch between two vCPUs promises. */
final class CompanionPromises {

    private CompanionPromises() {
    }

    static void declare(ModelBuilder model, CompanionVp vp) {
        model.never("I-11", "both VTLs of a virtual processor run at once",
                () -> vp.lower.runsGuest() && vp.higher.runsGuest())
                .because("they share its registers, and each believes to be alone")
                .from("docs/vtl.md I-11");
        model.never("I-16", "a VTL is given private registers of the other",
                vp.leaked::isSet)
                .because("they are hidden from it").from("docs/vtl.md I-16");
        model.never("I-18", "VTL 1 is told another cause than that of its entry",
                vp.wrongReason::isSet)
                .because("it answers a call that nobody made, or forgets one that waits")
                .from("docs/vtl.md I-18");
        model.never("I-23", "VTL 0 executes an instruction while VTL 1 has an interrupt",
                vp.overtaken::isSet)
                .because("a higher VTL's interrupt comes first").from("docs/vtl.md I-23");
        model.atRest("I-28", "VTL 1 has taken each of its interrupts",
                () -> vp.higher.irr.is(0))
                .because("nobody else would notice").from("docs/vtl.md I-28");
        model.never("I-47", "a VTL is given registers that are not the other's last ones",
                vp.stale::isSet)
                .because("what the other did behind the copy is lost").from("docs/vtl.md I-47");
        model.never("I-62", "handled or event_state are out of step with work that is queued",
                () -> vp.isQuiet() && !vp.isInStep())
                .because("the next event is dropped, or served twice")
                .from("docs/vtl.md I-62");
        model.atRest("called", "VTL 1 has seen each call", vp.calling::isClear)
                .because("the caller waits for ever").from("docs/vtl.md d.6");
        model.never("queue", "a thread is asked for the same again and again",
                () -> vp.lower.queue.overflow.isSet() || vp.higher.queue.overflow.isSet())
                .because("its queue grows as long as the other wakes").from("docs/vtl.md d.6");
        model.reachable("entered", "VTL 1 runs", vp.higher::runsGuest);
    }
}

package org.exitrace.ghcb.svsm;

import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** The virtual CPU, its #HV page and its calling area. */
final class SvsmCpu extends Region {

    /** Whose state it runs. */
    final EnumCell<Vmpl> vmpl = cells().choice("vmpl", Vmpl.class);
    /** The #HV page of VMPL 0 tells of an event; written by the host, taken by the SVSM. */
    final FlagCell event = cells().flag("hv_event");
    /** The host has injected #HV, and it is not delivered yet. */
    final FlagCell injected = cells().flag("hv_injected");
    /** The SVSM has looked at the page for the last time and has not left yet. */
    final FlagCell inWindow = cells().flag("in_window");
    /** The switch that the SVSM is about to make is skipped. */
    final FlagCell aborted = cells().flag("aborted");
    /** The guest has left by its own request, and VMPL 0 has done nothing since. */
    final FlagCell unanswered = cells().flag("unanswered");
    /** The call-pending byte of the calling area, which both write. */
    final FlagCell callPending = cells().flag("call_pending");
    /** Events that the host still has. */
    final CountCell events;
    /** How often the host can still run another VMPL than it was asked for. */
    final CountCell liberties;
    /** Whether a call was made that nobody has handled. */
    final FlagCell asked = ghost().flag("asked");
    /** The SVSM handled a call that nobody had made, or one that it had handled. */
    final FlagCell handledUnasked = ghost().flag("handled_unasked");
    /** The guest goes on behind a call that was not handled. */
    final FlagCell wentOnUnhandled = ghost().flag("went_on_unhandled");
    /** Where the SVSM stands. */
    final ProgramCounter svsm = new ProgramCounter(cells(), "svsm");
    /** Where the guest stands. */
    final ProgramCounter guest = new ProgramCounter(cells(), "guest");
    /** Where the host stands. */
    final ProgramCounter host = new ProgramCounter(cells(), "host");

    SvsmCpu(CellScope scope, int events, int liberties) {
        super(scope);
        this.events = cells().count("events", events);
        this.events.initially(events);
        this.liberties = cells().count("liberties", liberties);
        this.liberties.initially(liberties);
    }

    /** Whether the SVSM can execute its next instruction: no #HV comes before it. */
    boolean runsSvsm() {
        return vmpl.is(Vmpl.SVSM) && injected.isClear();
    }

    boolean runsGuest() {
        return vmpl.is(Vmpl.GUEST);
    }

    /** The SVSM handles a call. */
    void handle() {
        if (!asked.testAndClear()) {
            handledUnasked.raise();
        }
    }
}

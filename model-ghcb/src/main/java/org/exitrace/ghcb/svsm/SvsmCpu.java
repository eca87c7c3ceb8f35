package org.exitrace.ghcb.svsm;

import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** A virtual CPU: which of its two VMSAs is run, and what both have seen. */
final class SvsmCpu extends Region {

    /** Whose state it runs. */
    final EnumCell<Vmpl> vmpl = cells().choice("vmpl", Vmpl.class);
    /** EFER.SVME of the guest's VMSA: without it VMRUN refuses that, such as before its launch. */
    final FlagCell runnable = cells().flag("guest_runnable");
    /** GUEST_EXITCODE of the guest's VMSA says that the guest has left by VMGEXIT. */
    final FlagCell exitIsVmgexit = cells().flag("exit_is_vmgexit");
    /** The host has injected #HV into VMPL 0, and it is not delivered yet. */
    final FlagCell injected = cells().flag("hv_injected");
    /** The SVSM has looked at the page for the last time and has not left yet. */
    final FlagCell inWindow = cells().flag("in_window");
    /** The switch that the SVSM is about to make is skipped. */
    final FlagCell aborted = cells().flag("aborted");
    /** Events that the host still has for it. */
    final CountCell events;
    /** Calls that the guest has still to make. */
    final CountCell calls;
    /** The guest has taken a call for failed, and makes no other. */
    final FlagCell failed = cells().flag("failed");
    /** Whether the guest's registers are those of a call that nobody has handled. */
    final FlagCell asked = ghost().flag("asked");
    /** The SVSM handled a call that nobody had made, or one that it had handled. */
    final FlagCell handledUnasked = ghost().flag("handled_unasked");
    /** The guest goes on behind a call that was not handled. */
    final FlagCell wentOnUnhandled = ghost().flag("went_on_unhandled");
    /** The guest takes a call for failed that was handled. */
    final FlagCell failedHandled = ghost().flag("failed_handled");
    /** Where the SVSM stands. */
    final ProgramCounter svsm = new ProgramCounter(cells(), "svsm");
    /** Where the guest stands. */
    final ProgramCounter guest = new ProgramCounter(cells(), "guest");
    /** Where the host stands. */
    final ProgramCounter host = new ProgramCounter(cells(), "host");
    /** The calling area that the SVSM knows. */
    final CallingArea known;
    /** The calling area that the guest uses. */
    final CallingArea used;
    /** The page by which the host tells of events. */
    final HvPage page;
    /** From 0. */
    final int number;

    SvsmCpu(CellScope scope, int number, SvsmBounds bounds, CallingArea known, CallingArea used,
            HvPage page) {
        super(scope);
        this.number = number;
        this.known = known;
        this.used = used;
        this.page = page;
        events = cells().count("events", bounds.events());
        events.initially(bounds.events());
        calls = cells().count("calls", bounds.calls());
        calls.initially(bounds.calls());
    }

    /** Whether the SVSM can execute its next instruction: no #HV comes before it. */
    boolean runsSvsm() {
        return vmpl.is(Vmpl.SVSM) && injected.isClear();
    }

    boolean runsGuest() {
        return vmpl.is(Vmpl.GUEST);
    }

    /** Whether the host could run the guest although VMPL 0 is at work. */
    boolean couldRunGuest() {
        return vmpl.is(Vmpl.SVSM) && runnable.isSet();
    }

    /** The guest leaves with a call in its registers. */
    void call() {
        asked.raise();
        exitIsVmgexit.raise();
        vmpl.become(Vmpl.SVSM);
    }

    /** The host takes the virtual CPU from the guest, which has not asked for that. */
    void interruptGuest() {
        if (runsGuest()) {
            exitIsVmgexit.clear();
            vmpl.become(Vmpl.SVSM);
        }
    }

    /** The SVSM handles a call. */
    void handle() {
        if (!asked.testAndClear()) {
            handledUnasked.raise();
        }
    }

    /** The guest takes its registers for the answer. */
    void takeAnswer() {
        calls.decrement();
        if (asked.testAndClear()) {
            wentOnUnhandled.raise();
        }
    }

    /** The guest gives up. */
    void fail() {
        failed.raise();
        calls.become(0);
        if (!asked.testAndClear()) {
            failedHandled.raise();
        }
    }
}

package org.exitrace.vtl.protocol.companion;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.spec.EntryReason;

/** What the VMM keeps of a virtual processor with two VTLs, and its two vCPUs. */
final class CompanionVp extends Region {

    /** Instructions of both guests together. */
    static final int INSTRUCTIONS = 3;

    final BitsCell eventState = cells().bits("event_state", 2).named("INT", "CALL");
    final FlagCell handled = cells().flag("handled");
    /** EntryReason in VTL 1's assist page. */
    final EnumCell<EntryReason> reason = cells().choice("entry reason", EntryReason.class);
    /** The monitor's own flag: no vCPU runs. */
    final FlagCell paused = cells().flag("paused");
    /** The monitor takes the VM for stopped. */
    final FlagCell stopped = cells().flag("stopped");
    /** VTL 0 has executed a VTL call, which VTL 1 has not seen. */
    final FlagCell calling = cells().flag("calling");
    /** VTL 0 has made its only call. */
    final FlagCell called = cells().flag("called");
    /** VTL 1 is entered, and has not returned. */
    final FlagCell entered = ghost().flag("entered");
    /** VTL 0 executed an instruction while VTL 1 had an interrupt. */
    final FlagCell overtaken = ghost().flag("overtaken");
    /** A VTL was given registers that are not the other's last ones. */
    final FlagCell stale = ghost().flag("stale registers");
    /** A VTL was given the other's private registers. */
    final FlagCell leaked = ghost().flag("private registers");
    /** VTL 1 was told another cause than that of its entry. */
    final FlagCell wrongReason = ghost().flag("wrong reason");
    final VtlThread lower;
    final VtlThread higher;

    CompanionVp(CellScope scope, int interrupts) {
        super(scope);
        lower = new VtlThread(scope.in("vtl0"), this, 0, INSTRUCTIONS - 1);
        higher = new VtlThread(scope.in("vtl1"), this, interrupts, 1);
        higher.inactive.initially(true);
    }

    /** VTL 0's guest is about to do something. */
    void note() {
        if (!higher.irr.is(0)) {
            overtaken.raise();
        }
    }

    /** Tells VTL 1 why it is entered: a call goes before an interrupt. */
    void writeReason() {
        EntryReason told = eventState.has(SwitchThread.CALL)
                ? EntryReason.VTL_CALL : EntryReason.INTERRUPT;
        reason.become(told);
        if (calling.testAndClear() != (told == EntryReason.VTL_CALL)) {
            wrongReason.raise();
        }
    }

    boolean isQuiet() {
        return !lower.place.is(VtlThread.Place.WORK) && !higher.place.is(VtlThread.Place.WORK);
    }

    /** handled says whether exactly one of three is under way, and an event has its work. */
    boolean isInStep() {
        int underWay = higher.queue.count(Work.ENTRY) + lower.queue.count(Work.DOWNCALL)
                + (entered.isSet() ? 1 : 0);
        boolean served = eventState.isEmpty() || lower.queue.count(Work.UPCALL) > 0
                || higher.queue.count(Work.ENTRY) > 0;
        return underWay == (handled.isSet() ? 1 : 0) && served;
    }
}

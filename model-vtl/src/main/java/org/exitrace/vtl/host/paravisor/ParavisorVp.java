package org.exitrace.vtl.host.paravisor;

import java.util.List;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.host.Crossing;
import org.exitrace.vtl.host.FlushRequest;
import org.exitrace.vtl.host.FlushedVcpu;
import org.exitrace.vtl.state.Exit;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;

/** The thread of a virtual processor in the paravisor, which alone writes what its VTLs have. */
final class ParavisorVp extends Region implements FlushedVcpu {

    final ProgramCounter at = new ProgramCounter(cells(), "at");
    /** VTLs for which something was requested since the thread looked. */
    final BitsCell wake;
    /** The thread shall not enter a lower VTL. */
    final FlagCell cancel = cells().flag("cancel");
    /** Interrupts are off, or a lower VTL runs: an IPI makes that VTL exit. */
    private final FlagCell inside = cells().flag("inside");
    final Crossing crossing;
    private final Vp vp;
    private final VpPages pages;
    private final Mailbox mailbox;

    ParavisorVp(CellScope scope, Vp vp, boolean hasPages) {
        super(scope);
        this.vp = vp;
        wake = cells().bits("wake", vp.vtls().size());
        crossing = new Crossing(scope, vp);
        pages = hasPages ? new VpPages(scope) : null;
        mailbox = vp.requests() == null ? null
                : new Mailbox(scope.in("mailbox"), vp.vtls().size());
    }

    /** What others ask of it; null in a machine in which that is one step. */
    Mailbox mailbox() {
        return mailbox;
    }

    /** Null in a machine without pages. */
    VpPages pages() {
        return pages;
    }

    @Override
    public FlushRequest flush() {
        return pages.flush;
    }

    @Override
    public List<Vtl> vtls() {
        return vp.vtls();
    }

    /** Whether it is in the paravisor, or has been there since it was asked to flush. */
    boolean hasComeBack() {
        return inside.isClear() || pages.flush.asked.isClear();
    }

    Vp vp() {
        return vp;
    }

    Vtl active() {
        return vp.activeVtl();
    }

    boolean mayEnter() {
        boolean may = cancel.isClear();
        inside.become(may);
        return may;
    }

    boolean isBack() {
        return !active().runs() || pages != null && pages.flush.arriving.isSet();
    }

    void exits() {
        if (active().executes.isSet()) {
            active().leave(Exit.NONE);
        }
        active().kicked.clear();
        inside.clear();
        if (pages != null) {
            pages.flush.arriving.clear();
        }
    }

    /** A timer of its own processor: it is on its way to the loop when it enters a VTL. */
    void timerInterrupt(Vtl told) {
        wake.add(told.number());
        cancel.raise();
        interrupt();
    }

    /** An IPI that takes its time until the VTL exits. */
    void interruptLater() {
        if (inside.isSet()) {
            pages.flush.arriving.raise();
        }
    }

    /** An IPI to the processor of the thread. */
    void interrupt() {
        if (inside.isSet()) {
            active().kicked.raise();
        }
    }
}

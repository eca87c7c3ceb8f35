package org.exitrace.vtl.host.slots;

import java.util.List;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.host.Crossing;
import org.exitrace.vtl.host.FlushRequest;
import org.exitrace.vtl.host.FlushTarget;
import org.exitrace.vtl.state.Exit;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;

/** The one vCPU of a virtual processor and its thread; the active VTL is loaded into it. */
final class SlotVcpu extends Region implements FlushTarget {

    final ProgramCounter at = new ProgramCounter(cells(), "at");
    /** Of user space: which VTL is loaded, and what it keeps of the others. */
    final MutexCell lock = new MutexCell(cells(), "lock");
    /** The thread shall look again before it enters the guest. */
    final FlagCell signal = cells().flag("signal");
    final Crossing crossing;
    private final Vp vp;
    private final SlotFault fault;

    SlotVcpu(CellScope scope, Vp vp, boolean pages) {
        super(scope);
        this.vp = vp;
        crossing = new Crossing(scope, vp);
        fault = pages ? new SlotFault(scope) : null;
    }

    /** What it does at faults; null in a machine without pages. */
    SlotFault fault() {
        return fault;
    }

    @Override
    public FlushRequest flush() {
        return fault.flush;
    }

    @Override
    public List<Vtl> vtls() {
        return vp.vtls();
    }

    @Override
    public boolean needsInterrupt(boolean waits) {
        return isInside();
    }

    @Override
    public boolean isInside() {
        return loaded().executes.isSet();
    }

    Vp vp() {
        return vp;
    }

    Vtl loaded() {
        return vp.activeVtl();
    }

    boolean enters() {
        boolean enters = signal.isClear() && !isAskedToFlush();
        if (enters) {
            loaded().enter();
        }
        return enters;
    }

    boolean isBack() {
        return !loaded().runs() || fault != null && fault.flush.arriving.isSet();
    }

    private boolean isAskedToFlush() {
        return fault != null && fault.flush.asked.isSet();
    }

    void exits() {
        if (loaded().executes.isSet()) {
            loaded().leave(Exit.NONE);
        }
        if (fault != null) {
            fault.flush.arriving.clear();
        }
    }

    /** An interrupt to whoever executes the guest. */
    void kick() {
        loaded().kick();
    }
}

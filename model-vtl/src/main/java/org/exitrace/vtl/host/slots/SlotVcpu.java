package org.exitrace.vtl.host.slots;

import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.host.Crossing;
import org.exitrace.vtl.state.Exit;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;

/** The one vCPU of a virtual processor and its thread; the active VTL is loaded into it. */
final class SlotVcpu extends Region {

    final ProgramCounter at = new ProgramCounter(cells(), "at");
    /** Of user space: which VTL is loaded, and what it keeps of the others. */
    final MutexCell lock = new MutexCell(cells(), "lock");
    /** The thread shall look again before it enters the guest. */
    final FlagCell signal = cells().flag("signal");
    final Crossing crossing;
    private final Vp vp;

    SlotVcpu(CellScope scope, Vp vp) {
        super(scope);
        this.vp = vp;
        crossing = new Crossing(scope, vp);
    }

    Vp vp() {
        return vp;
    }

    Vtl loaded() {
        return vp.activeVtl();
    }

    boolean enters() {
        boolean enters = signal.isClear();
        if (enters) {
            loaded().enter();
        }
        return enters;
    }

    boolean isBack() {
        return !loaded().runs();
    }

    void exits() {
        if (loaded().executes.isSet()) {
            loaded().leave(Exit.NONE);
        }
    }

    /** An interrupt to whoever executes the guest. */
    void kick() {
        if (loaded().executes.isSet()) {
            loaded().kicked.raise();
        }
    }
}

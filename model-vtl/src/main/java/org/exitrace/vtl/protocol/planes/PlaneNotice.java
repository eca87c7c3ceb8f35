package org.exitrace.vtl.protocol.planes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;

/** What all planes of one virtual processor share, docs/vtl.md d.7. */
public final class PlaneNotice extends Region {

    /** running_plane: whose vCPU KVM_RUN runs; none outside KVM_RUN. */
    final IndexCell running;
    /** req_exit_planes: for which planes' interrupts user space wants an exit. */
    final BitsCell reqExit;
    /** irr_pending_planes. */
    final BitsCell pending;
    /** Keeps an IRR and its bit together; no part of the series. */
    final MutexCell lock = new MutexCell(cells(), "lock");
    /** The planes, by number. */
    final List<Plane> planes = new ArrayList<>();

    /** A virtual processor of {@code count} planes, each of which knows {@code vectors}. */
    public PlaneNotice(CellScope scope, int count, int vectors) {
        this(scope, count, plane -> new Plane(scope.in("plane" + plane), plane, vectors));
    }

    /** A virtual processor of {@code count} planes, each of which {@code made} makes. */
    public PlaneNotice(CellScope scope, int count, IntFunction<Plane> made) {
        super(scope);
        running = cells().index("running_plane", count);
        reqExit = cells().bits("req_exit_planes", count);
        pending = cells().bits("irr_pending_planes", count);
        for (int i = 0; i < count; i++) {
            planes.add(made.apply(i));
        }
    }

    /** The planes of {@code among} whose IRR has something. */
    long withInterrupts(long among) {
        long found = 0;
        for (Plane plane : planes) {
            if (!plane.irr.isEmpty()) {
                found |= 1L << plane.index;
            }
        }
        return found & among;
    }

    /** That plane has its bit if its IRR has something. */
    public void catchesUp(int plane) {
        pending.become(pending.get() | withInterrupts(1L << plane));
    }

    /** The planes whose bit is not what their IRR says, but for the one that runs. */
    boolean isOutOfStep() {
        long differ = withInterrupts(-1) ^ pending.get();
        return (running.isNone() ? differ : differ & ~(1L << running.get())) != 0;
    }
}

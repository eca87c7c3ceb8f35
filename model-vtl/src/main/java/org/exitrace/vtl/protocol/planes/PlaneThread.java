package org.exitrace.vtl.protocol.planes;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;

/** The thread of a virtual processor, as far as KVM_RUN of one plane after the other needs it. */
public abstract class PlaneThread extends Region {

    /** kvm_run->plane: which one it runs, or runs next. */
    public final IndexCell plane;
    /** irr_pending as it was read at entry, then the planes of the PLANE_EVENT. */
    public final BitsCell seen;
    private final PlaneNotice notice;

    /** One that begins with plane 0. */
    protected PlaneThread(CellScope scope, PlaneNotice notice) {
        super(scope);
        this.notice = notice;
        int planes = notice.planes.size();
        plane = cells().index("plane", planes).initially(0);
        seen = cells().bits("seen", planes);
    }

    /** What the planes of its virtual processor share. */
    public final PlaneNotice notice() {
        return notice;
    }

    /** The planes for whose interrupts user space wants an exit; without the one that it runs. */
    public abstract long wanted();

    /** It has gone into the kernel. */
    protected void entersKernel() {
    }

    /** All planes above the one that it runs. */
    protected final long above() {
        return (1L << notice.planes.size()) - 1 & -(2L << plane.get());
    }

    /** The plane that it runs. */
    public final Plane own() {
        return notice.planes.get(plane.get());
    }
}

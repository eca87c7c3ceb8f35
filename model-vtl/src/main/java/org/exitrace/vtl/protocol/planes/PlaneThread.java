package org.exitrace.vtl.protocol.planes;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.IndexCell;

/** The thread of a virtual processor, as far as KVM_RUN of one plane after the other needs it. */
public interface PlaneThread {

    /** What the planes of its virtual processor share. */
    PlaneNotice notice();

    /** kvm_run->plane: which one it runs. */
    IndexCell plane();

    /** irr_pending as it was read at entry, then the planes of the PLANE_EVENT. */
    BitsCell seen();

    /** The planes for whose interrupts user space wants an exit; without the one that it runs. */
    long wanted();

    /** It has gone into the kernel. */
    default void entersKernel() {
    }

    /** The plane that it runs. */
    default Plane own() {
        return notice().planes.get(plane().get());
    }
}

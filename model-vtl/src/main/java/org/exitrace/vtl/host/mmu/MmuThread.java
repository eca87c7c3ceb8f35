package org.exitrace.vtl.host.mmu;

import org.exitrace.vtl.host.FlushTarget;
import org.exitrace.vtl.state.Vtl;

/** A thread in KVM_RUN, as far as its page faults go. */
public interface MmuThread extends FlushTarget {

    /** What it has read for the fault that it answers. */
    MmuFault fault();

    /** The VTL that it runs. */
    Vtl vtl();
}

package org.exitrace.vtl.state;

/** How a host lets a VTL wait whose flush meets a TLB lock, where it has cells of its own. */
public interface TlbWait {

    /** Whether its VTL is not run. */
    boolean holds();

    /** Whether its VTL waits for a lock of its own virtual processor. */
    boolean awaitsItself();
}

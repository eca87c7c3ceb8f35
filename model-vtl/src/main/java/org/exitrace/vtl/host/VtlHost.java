package org.exitrace.vtl.host;

/**
 * A host design behind the interface that guests see: a VTL stops with an {@code Exit}, the host
 * answers, and enters the VTL whose turn it is.
 */
public interface VtlHost {

    /** Declares the threads of the host, their cells and what they do. */
    void serve(HostSite site);
}

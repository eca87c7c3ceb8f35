package org.exitrace.vtl.protocol.companion;

/** What a vCPU's thread is asked to do between two KVM_RUN. */
public enum Work {
    /** Nothing. */
    NONE,
    /** The lower VTL: gives the processor to the one above. */
    UPCALL,
    /** The higher VTL: takes over. */
    ENTRY,
    /** The lower VTL: takes the processor back. */
    DOWNCALL,
    /** The higher VTL: waits for events. */
    POLL
}
